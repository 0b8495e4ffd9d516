import type { CategoryContent } from '../content-types';

export const hair: CategoryContent = {
  hours: ['salon', 'salon', 'studio'],
  names: [
    '{last} Hair',
    'Atelier {first}',
    'Studio {last}',
    '{first} & Co.',
    'The {last} Chair',
    'Salon {last}',
  ],
  headlines: [
    'Cuts that still look right six weeks later',
    'Colour specialist, two chairs, no rush',
    'A quiet salon for hair with a mind of its own',
    'Precise scissor work and honest advice',
  ],
  abouts: [
    'I trained with colourists before opening this small salon in {city} {years} years ago. Every visit starts with ten minutes of looking and talking, because most bad haircuts begin with a misunderstanding. There are two chairs, so you are never one of five people under foils.',
    'We cut for how you live, not for the photograph: how often you wash it, whether you own a hairdryer, what your mornings are like. Curly and coily hair is cut dry, always. {years} years in {city}, and most of our guests came because somebody asked them who cuts their hair.',
    '{first} {last} has been cutting hair in {city} for {years} years. Ammonia-free colour, a proper head massage at the basin, and a free fringe trim between appointments.',
  ],
  services: [
    {
      title: 'Cut & finish',
      description:
        'Consultation, wash with head massage, precision cut and blow-dry. Bring a picture, or a problem; both work.',
      durationMin: 60,
      priceUsd: 75,
      bufferAfterMin: 10,
    },
    {
      title: "Men's cut",
      description:
        'Scissors or clippers, neck and ears tidied, styled to leave. Straight razor finish on request.',
      durationMin: 30,
      priceUsd: 42,
      bufferAfterMin: 5,
    },
    {
      title: 'Dry cut for curls',
      description:
        'Cut curl by curl in its natural fall, then washed and diffused so that you see the real shape before you go.',
      durationMin: 90,
      priceUsd: 110,
      bufferAfterMin: 10,
    },
    {
      title: 'Balayage with gloss',
      description:
        'Hand-painted lights, toner and bond repair. Grows out softly, so the next visit can wait four months.',
      durationMin: 180,
      priceUsd: 240,
      bufferAfterMin: 15,
    },
    {
      title: 'Root colour',
      description:
        'Regrowth up to three centimetres, ammonia-free, with a gloss through the lengths to bring the shine back.',
      durationMin: 90,
      priceUsd: 95,
      bufferAfterMin: 10,
    },
    {
      title: 'Blow-dry',
      description:
        'Wash and a blow-dry that lasts: smooth, round brush or loose waves. In before work, out by nine.',
      durationMin: 45,
      priceUsd: 48,
      bufferAfterMin: 5,
    },
    {
      title: "Children's cut",
      description:
        'For the under-twelves. We go at their speed; there is a jar of stickers and a very patient dog.',
      durationMin: 30,
      priceUsd: 32,
      bufferAfterMin: 5,
    },
    {
      title: 'Bridal trial',
      description:
        'Two looks tried, photographed and written down, with pins and veil. Bring a picture of the neckline.',
      durationMin: 120,
      priceUsd: 160,
      requiresApproval: true,
    },
  ],
  reviews: {
    delighted: [
      'Best cut I have had in years. She actually asked how I dry my hair before picking up the scissors.',
      'My curls finally make sense. The dry cut was worth every minute.',
      'The colour grew out so softly that I only came back after four months. Booked the next one on the spot.',
      'On time, calm, no upselling. That is all I want from a salon.',
      'My son hates haircuts and left asking when he can come again.',
    ],
    pleased: [
      'Lovely cut and a proper head massage. The coffee could be better.',
      'Very good colour. It took half an hour longer than planned, so leave some room.',
      'Careful work, exactly what we had agreed on.',
    ],
    mixed: [
      'The cut is fine, but shorter than I had asked for. They offered to correct the fringe for free.',
      'Good result, though I waited twenty minutes for my appointment.',
    ],
  },
};
