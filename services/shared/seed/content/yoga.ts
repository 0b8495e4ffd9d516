import type { CategoryContent } from '../content-types';

export const yoga: CategoryContent = {
  hours: ['studio', 'evenings', 'weekends'],
  names: [
    '{first} Yoga',
    'Sunday Mat',
    'The Breathing Room {city}',
    '{last} Movement',
    'Low Tide Studio',
    'Inhale with {first}',
  ],
  headlines: [
    'Slow yoga for stiff people',
    'Small groups, real attention',
    'A bright loft, twelve mats, no incense',
    'Breath first, shapes second',
  ],
  abouts: [
    'The studio is one bright room above a bakery in {city}. Classes are small, so that nobody is a number and every body is seen. I have taught for {years} years, and I still cannot touch my toes in the morning.',
    'We teach alignment without dogma and Pilates without the bootcamp voice. Mats, blocks and blankets are here; bring socks and a little time.',
    '{first} teaches vinyasa, yin and breathwork in English and with plenty of humour. Beginners stand in front, where it is easiest to see.',
  ],
  services: [
    {
      title: 'Vinyasa flow',
      description:
        'Seventy-five flowing minutes with music, for people who know a sun salutation. Twelve mats.',
      durationMin: 75,
      priceUsd: 22,
      capacity: 12,
      bufferAfterMin: 15,
    },
    {
      title: 'Yin & rest',
      description:
        'Long-held shapes on the floor, blankets and candlelight. The last class of the day, made for sleep.',
      durationMin: 75,
      priceUsd: 22,
      capacity: 12,
      bufferAfterMin: 15,
    },
    {
      title: 'Yoga for absolute beginners',
      description: 'Four basic shapes, explained properly. You cannot be too stiff for this.',
      durationMin: 60,
      priceUsd: 18,
      capacity: 10,
      bufferAfterMin: 15,
    },
    {
      title: 'Reformer Pilates, small group',
      description: 'Five reformers, one teacher. Slow, precise and more demanding than it looks.',
      durationMin: 55,
      priceUsd: 36,
      capacity: 5,
      bufferAfterMin: 5,
    },
    {
      title: 'Private yoga lesson',
      description:
        'A practice built around your body and your week, with a short recording to take home.',
      durationMin: 60,
      priceUsd: 85,
      bufferAfterMin: 15,
    },
    {
      title: 'Guided breathwork',
      description:
        'Forty-five minutes lying down, breathing in patterns. Not suitable in pregnancy or with epilepsy.',
      durationMin: 45,
      priceUsd: 26,
      capacity: 8,
      bufferAfterMin: 15,
    },
    {
      title: 'Prenatal yoga',
      description:
        'Space for hips, backs and questions, from week fourteen until you would rather not come any more.',
      durationMin: 60,
      priceUsd: 24,
      capacity: 8,
      bufferAfterMin: 15,
    },
  ],
  reviews: {
    delighted: [
      'The only class where I do not look at the clock.',
      'I came for my back and stayed for the people.',
      'Clear instructions, kind corrections, no incense. Exactly right.',
      'Fell asleep in yin class. Apparently that counts.',
    ],
    pleased: [
      'Lovely teacher and a bright room. It fills up quickly, so book early.',
      'Reformer class is tough in the best way.',
      'Good beginners course, nobody laughed at my downward dog.',
    ],
    mixed: [
      'Nice class, but the street outside is loud on Saturdays.',
      'A bit too slow for me, though well taught.',
    ],
  },
};
