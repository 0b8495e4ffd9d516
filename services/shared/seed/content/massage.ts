import type { CategoryContent } from '../content-types';

export const massage: CategoryContent = {
  hours: ['studio', 'salon', 'evenings'],
  names: [
    '{last} Bodywork',
    'Stillwater Massage',
    '{first} {last} Massage',
    'Quiet Hands {city}',
    'The Treatment Room',
    '{last} & {last2} Therapy',
  ],
  headlines: [
    'Firm hands for desk shoulders',
    'Registered therapist, one guest at a time',
    'Deep work without gritted teeth',
    'Sports and relaxation massage in a quiet courtyard',
  ],
  abouts: [
    'I came to massage through sport: a decade of rowing, one bad back, and a therapist who found the cause in my hip. Since then I have treated runners, musicians and a great many desk shoulders in {city}. We talk first, and I check the pressure as we go.',
    'A warm room at the back of the courtyard, linen sheets, no pan pipes. {years} years of practice in Swedish, deep tissue and prenatal massage. Please arrive five minutes early rather than late; your time on the table is the full time.',
    '{first} {last} is a registered therapist with {years} years of clinical experience. Receipts for your insurance are sent the same day.',
  ],
  services: [
    {
      title: 'Deep tissue massage, 60 minutes',
      description:
        'Slow, specific work on the places that hold on: neck, shoulders, lower back, hips. Pressure agreed with you throughout.',
      durationMin: 60,
      priceUsd: 98,
      bufferAfterMin: 15,
    },
    {
      title: 'Deep tissue massage, 90 minutes',
      description:
        'Enough time to treat the whole chain rather than the sore spot alone. Recommended for a first visit.',
      durationMin: 90,
      priceUsd: 138,
      bufferAfterMin: 15,
    },
    {
      title: 'Swedish massage',
      description: 'Long, even strokes with warm almond oil. For sleeping well tonight.',
      durationMin: 60,
      priceUsd: 88,
      bufferAfterMin: 15,
    },
    {
      title: 'Back, neck & shoulders',
      description:
        'Forty minutes where the laptop sits. Fits into a lunch break and needs no undressing beyond the shirt.',
      durationMin: 40,
      priceUsd: 65,
      bufferAfterMin: 10,
    },
    {
      title: 'Prenatal massage',
      description:
        'Side-lying with plenty of cushions, from the second trimester. Please mention anything your midwife would want me to know.',
      durationMin: 60,
      priceUsd: 95,
      bufferAfterMin: 15,
    },
    {
      title: 'Sports recovery',
      description:
        'Flushing, stretching and trigger points after a race or a hard week. Legs first, then whatever you ask for.',
      durationMin: 60,
      priceUsd: 102,
      bufferAfterMin: 15,
    },
    {
      title: 'Hot stone massage',
      description:
        'Basalt stones at fifty degrees, warm oil, ninety unhurried minutes. Not after sunburn, please.',
      durationMin: 90,
      priceUsd: 145,
      bufferBeforeMin: 10,
      bufferAfterMin: 20,
    },
    {
      title: 'Foot reflexology',
      description:
        'Warm foot bath and fifty minutes of pressure point work, dressed and reclining.',
      durationMin: 50,
      priceUsd: 70,
      bufferAfterMin: 10,
    },
  ],
  reviews: {
    delighted: [
      'Walked in with a headache, walked out two centimetres taller.',
      'She found the knot that three others had missed. It was nowhere near where it hurt.',
      'Strong pressure, always checked, never a contest. I slept nine hours.',
      'Warm room, fresh linen, no small talk. Perfect.',
      'Ran a marathon on Sunday, could take stairs again on Tuesday.',
    ],
    pleased: [
      'Excellent massage. The room is lovely, the staircase up to it less so.',
      'Good deep work. I would book ninety minutes next time.',
      'Very professional, and the receipt came the same day.',
    ],
    mixed: [
      'Technically good, but we started ten minutes late.',
      'Pressure was lighter than I had asked for.',
    ],
  },
};
