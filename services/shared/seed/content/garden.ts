import type { CategoryContent } from '../content-types';

export const garden: CategoryContent = {
  hours: ['trades', 'weekends'],
  names: [
    '{last} Gardens',
    'Moss & Fern',
    '{first} {last} Gardening',
    'The Patient Gardener',
    'Greenhand {city}',
    '{last} Landscapes',
  ],
  headlines: [
    'Gardens that look good in November too',
    'Hedges straight, lawns soft, neighbours jealous',
    'Small balconies, big ideas',
    'Pruning at the right time of year',
  ],
  abouts: [
    'I studied horticulture, ran a nursery, and now look after forty gardens in {city}. I would rather plant the right thing once than cut the wrong one every month. Battery tools only, so Sundays are safe.',
    'We are two gardeners and one dog. Between us {years} years of hedges, roses and difficult lawns. Green waste goes with us and comes back as compost in spring.',
    '{first} makes balconies flower from March to October. Ask about bees, herbs and what survives your holidays.',
  ],
  services: [
    {
      title: 'Garden maintenance, 2 hours',
      description:
        'Weeding, pruning, lawn edges, whatever the season asks for. Green waste taken along.',
      durationMin: 120,
      priceUsd: 95,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Lawn mow & edges',
      description: 'Up to 200 square metres, edges cut, clippings mulched or taken.',
      durationMin: 60,
      priceUsd: 55,
      bufferBeforeMin: 30,
      bufferAfterMin: 15,
    },
    {
      title: 'Hedge trimming',
      description: 'Up to fifteen metres, straight as a ruler, outside the nesting season.',
      durationMin: 150,
      priceUsd: 140,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Planting consultation',
      description:
        'An hour in your garden with a plan to take away: what goes where, what survives, what it costs.',
      durationMin: 60,
      priceUsd: 85,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Balcony makeover',
      description:
        'Boxes, soil and plants for your light, delivered, planted and watered. Plants are included.',
      durationMin: 180,
      priceUsd: 290,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
      requiresApproval: true,
    },
    {
      title: 'Fruit tree pruning',
      description:
        'Up to three trees, cut for light and next year’s fruit. Winter for apples, summer for cherries.',
      durationMin: 120,
      priceUsd: 125,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Kitchen garden workshop',
      description:
        'Sow, feed, harvest: a morning outdoors for eight people. Everybody takes seedlings home.',
      durationMin: 150,
      priceUsd: 38,
      capacity: 8,
      bufferAfterMin: 30,
    },
  ],
  reviews: {
    delighted: [
      'The hedge is straighter than the wall behind it.',
      'Our balcony flowered until October. Even the neighbours bring guests.',
      'She talked me out of three plants and into one. She was right.',
      'The old apple tree carries again, for the first time since we moved in.',
    ],
    pleased: [
      'Tidy work, and everything was taken away. One bed was forgotten.',
      'Good advice and a clear plan. Now I only have to do it.',
      'Quiet tools, friendly people, neat lawn.',
    ],
    mixed: [
      'The hedge is cut well, but lower than we had talked about.',
      'Fine work, though the rain date took three weeks.',
    ],
  },
};
