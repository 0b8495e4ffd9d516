import type { CategoryContent } from '../content-types';

export const nails: CategoryContent = {
  hours: ['salon', 'studio'],
  names: [
    '{first} Nails',
    'Lacquer by {first}',
    'The Nail Room {city}',
    '{last} Nail Studio',
    'Little Moon Nails',
    'Ten by {first}',
  ],
  headlines: [
    'Clean, careful manicures that last three weeks',
    'Russian technique, sterile tools, hand-painted art',
    'Healthy nails first, colour second',
    'A small studio with a very large wall of colours',
  ],
  abouts: [
    'Every tool is autoclaved and opened in front of you. I work with the Russian technique, which takes a little longer and stays beautiful for three weeks or more. {years} years of steady hands in {city}.',
    'The studio began at a kitchen table {years} years ago and now has three tables and some three hundred colours. Vegan polish only, good ventilation, and nobody will talk to you if you would rather read.',
    '{first} paints tiny things: lemons, moons, the occasional cat. Plain nails get the same attention, and bitten ones are welcome.',
  ],
  services: [
    {
      title: 'Classic manicure',
      description:
        'Shape, cuticle care, hand massage and polish of your choice. Dry in time for your next appointment.',
      durationMin: 45,
      priceUsd: 38,
      bufferAfterMin: 10,
    },
    {
      title: 'Gel manicure',
      description:
        'Russian technique cuticle work and gel colour to the very edge. Chip-free for three weeks or we fix it.',
      durationMin: 75,
      priceUsd: 58,
      bufferAfterMin: 10,
    },
    {
      title: 'Gel removal & care',
      description:
        'Gentle removal with an e-file, never peeled, then an oil treatment and a shine buff.',
      durationMin: 45,
      priceUsd: 30,
      bufferAfterMin: 5,
    },
    {
      title: 'Spa pedicure',
      description: 'Warm foot bath, callus care, mask, massage and polish in the reclining chair.',
      durationMin: 60,
      priceUsd: 62,
      bufferAfterMin: 15,
    },
    {
      title: 'Builder gel overlay',
      description:
        'Strength for nails that break, built on your natural length. Infills every three to four weeks.',
      durationMin: 90,
      priceUsd: 74,
      bufferAfterMin: 10,
    },
    {
      title: 'Nail art, two accent nails',
      description:
        'Hand-painted to your picture on top of any gel manicure. Send a reference when you book.',
      durationMin: 30,
      priceUsd: 22,
    },
    {
      title: 'Manicure & pedicure together',
      description:
        'Both done in one sitting, with tea and your feet up. The most booked Saturday treat.',
      durationMin: 105,
      priceUsd: 92,
      bufferAfterMin: 15,
    },
  ],
  reviews: {
    delighted: [
      'Three weeks later and not one chip. I type all day.',
      'The cleanest studio I have been to, tools opened in front of me.',
      'She painted tiny lemons from a blurry photo and they were perfect.',
      'My bitten nails were treated without a single remark. Thank you.',
    ],
    pleased: [
      'Beautiful shape, and the colour range is enormous. Parking is a pain.',
      'Very neat work. A little slow, but you see why.',
      'Good pedicure, and the chair alone is worth it.',
    ],
    mixed: [
      'One nail lifted after five days. It was repaired free of charge the next morning.',
      'Pretty result, but the room was rather noisy.',
    ],
  },
};
