import type { CategoryContent } from '../content-types';

export const repair: CategoryContent = {
  hours: ['trades', 'trades', 'office'],
  names: [
    '{last} Repairs',
    '{first} Fixes',
    '{last} & Sons',
    'The Honest Handyman',
    '{last} Home Repairs',
    'Spanner & Spark {city}',
  ],
  headlines: [
    'Small jobs welcome, clean shoes guaranteed',
    'Licensed, insured and punctual',
    'Repaired instead of replaced',
    'Most things fixed in one visit',
  ],
  abouts: [
    'Nobody comes for a dripping tap any more, so I do. {years} years in {city}, a van full of small parts and a firm belief that most things can be repaired. The price you see is the price you pay; material is added with the receipt.',
    'Licensed, insured and allergic to dust. We cover floors, take rubbish with us and explain what was wrong. If it cannot be repaired sensibly you pay for the visit only.',
    '{first} {last} learned the trade from an uncle who never threw a screw away. Call it old-fashioned; your washing machine will not mind.',
  ],
  services: [
    {
      title: 'Handyman, first hour',
      description:
        'Shelves, curtain rails, doors that stick, pictures that should hang straight. Bring the list.',
      durationMin: 60,
      priceUsd: 80,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Handyman, half day',
      description: 'Four hours for the list that has been growing since you moved in.',
      durationMin: 240,
      priceUsd: 260,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Dripping tap or running toilet',
      description: 'Washer, cartridge or flush valve replaced, common parts included.',
      durationMin: 60,
      priceUsd: 95,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Light fitting or socket',
      description:
        'Up to two fittings installed and tested by a licensed electrician, with a certificate.',
      durationMin: 60,
      priceUsd: 105,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Furniture assembly',
      description: 'Wardrobes, beds, desks. We keep the spare screws and take the cardboard away.',
      durationMin: 120,
      priceUsd: 120,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Bicycle service',
      description:
        'Gears, brakes, bearings, chain and a test ride. Parts by agreement, ready the same day.',
      durationMin: 60,
      priceUsd: 65,
      bufferAfterMin: 10,
    },
    {
      title: 'Washing machine diagnosis',
      description:
        'On-site diagnosis and, if it is the pump or the belt, repair in the same visit. Model number, please.',
      durationMin: 90,
      priceUsd: 110,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
      requiresApproval: true,
    },
  ],
  reviews: {
    delighted: [
      'Fixed in twenty minutes what another company wanted to replace for a fortune.',
      'Punctual, tidy, explained everything. He even vacuumed.',
      'My twelve-year-old washing machine lives on.',
      'The list of seven little things is gone. I feel ten kilos lighter.',
    ],
    pleased: [
      'Good work and a fair price. Had to come back for one part.',
      'Bike rides like new. Ready a day later than I hoped.',
      'Friendly and competent electrician, certificate came by mail.',
    ],
    mixed: [
      'Repair is fine, but the window of arrival was generous.',
      'Works again, though the material cost more than I expected.',
    ],
  },
};
