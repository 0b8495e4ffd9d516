import type { CategoryContent } from '../content-types';

export const cleaning: CategoryContent = {
  hours: ['trades', 'office'],
  names: [
    '{last} Home Care',
    'Bright & Tidy {city}',
    '{first} Cleans',
    'Lemon & Linen',
    '{last} Housekeeping',
    'Good Riddance Cleaning',
  ],
  headlines: [
    'The same person every time, insured and on time',
    'Homes cleaned with care and without bleach',
    'Move-out cleans that get the deposit back',
    'Windows you walk into',
  ],
  abouts: [
    'We are a team of four who clean homes in {city} as we would our own. You always see the same face, paid properly and insured. Products are plant-based and come with us; so does the vacuum cleaner.',
    'I began with one bucket {years} years ago. Today there is a list, a key safe and a rule: if you are not happy we come back the next day, and we do not discuss it.',
    '{first} {last} does the corners. Ovens, skirting boards, the top of the fridge: tell us what bothers you and it will be first.',
  ],
  services: [
    {
      title: 'Regular home clean, 2 hours',
      description:
        'Kitchen, bathroom, floors and dust for homes up to two bedrooms. Products included.',
      durationMin: 120,
      priceUsd: 75,
      bufferBeforeMin: 15,
      bufferAfterMin: 30,
    },
    {
      title: 'Regular home clean, 3 hours',
      description: 'For three bedrooms or two children. Beds made, bins emptied, plants spoken to.',
      durationMin: 180,
      priceUsd: 110,
      bufferBeforeMin: 15,
      bufferAfterMin: 30,
    },
    {
      title: 'Deep clean',
      description:
        'Everything that a weekly clean leaves for later: tiles, vents, behind the sofa, inside the cupboards.',
      durationMin: 240,
      priceUsd: 190,
      bufferBeforeMin: 15,
      bufferAfterMin: 30,
    },
    {
      title: 'Move-out clean',
      description: 'To the standard of the handover checklist, with photographs for your landlord.',
      durationMin: 270,
      priceUsd: 260,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
      requiresApproval: true,
    },
    {
      title: 'Oven & fridge',
      description:
        'Taken apart, soaked, put together again. You will think somebody gave you a new one.',
      durationMin: 90,
      priceUsd: 70,
      bufferBeforeMin: 15,
      bufferAfterMin: 15,
    },
    {
      title: 'Window cleaning, flat',
      description: 'Inside and outside including frames, up to ten windows, without streaks.',
      durationMin: 120,
      priceUsd: 95,
      bufferBeforeMin: 15,
      bufferAfterMin: 30,
    },
    {
      title: 'Sofa & mattress care',
      description:
        'Extraction cleaning for fabric sofas and mattresses. Dry again within four hours.',
      durationMin: 90,
      priceUsd: 105,
      bufferBeforeMin: 15,
      bufferAfterMin: 30,
    },
  ],
  reviews: {
    delighted: [
      'Came home to a flat that smelled of nothing, which is the best smell.',
      'Got the whole deposit back. The landlord asked for the number.',
      'Always the same person, always on time. The cat approves.',
      'The oven looks new. I feel guilty about using it.',
    ],
    pleased: [
      'Very thorough. They forgot the balcony, came back the next day without discussion.',
      'Reliable and friendly, good products.',
      'Clean windows at last. The frames could be a little drier.',
    ],
    mixed: [
      'Good work, but they arrived half an hour late.',
      'Fine for a regular clean; the deep clean took two visits.',
    ],
  },
};
