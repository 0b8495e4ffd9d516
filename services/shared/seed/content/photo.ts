import type { CategoryContent } from '../content-types';

export const photo: CategoryContent = {
  hours: ['office', 'weekends', 'studio'],
  names: [
    '{first} {last} Photography',
    'Studio {last}',
    'North Light Portraits',
    '{last} & {last2} Photo',
    'Daylight {city}',
    'Foto {last}',
  ],
  headlines: [
    'Portraits for people who hate being photographed',
    'Daylight studio, calm direction, quick delivery',
    'Families, as they really are',
    'Headshots that look like you on a good day',
  ],
  abouts: [
    'Nine out of ten people tell me that they are not photogenic. It is my job, not yours. The studio in {city} has north light and a kettle, and the first fifteen minutes never count.',
    'I worked for newspapers for {years} years, which taught me to be quick and to wait at the same time. Today I photograph families, founders and the occasional very old dog. Retouching stays honest.',
    '{first} {last} photographs people and rooms with daylight only. You choose your pictures together on a large screen, the same day.',
  ],
  services: [
    {
      title: 'Business headshot',
      description:
        'Thirty minutes, two outfits, three retouched pictures for web and print within two days.',
      durationMin: 30,
      priceUsd: 140,
      bufferAfterMin: 15,
    },
    {
      title: 'Portrait session in the studio',
      description: 'Ninety unhurried minutes by the window. Ten edited pictures, chosen together.',
      durationMin: 90,
      priceUsd: 280,
      bufferAfterMin: 30,
    },
    {
      title: 'Family hour outdoors',
      description:
        'A park, a blanket, your people. Twenty edited pictures, none of them stiff. Rain date included.',
      durationMin: 60,
      priceUsd: 240,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
    },
    {
      title: 'Newborn at home',
      description:
        'In the first three weeks, with your light and your mess. I bring patience and warm hands.',
      durationMin: 120,
      priceUsd: 320,
      bufferBeforeMin: 30,
      bufferAfterMin: 30,
      requiresApproval: true,
    },
    {
      title: 'Passport & visa pictures',
      description:
        'Biometric pictures to the rules of the country you name, printed and as a file, while you wait.',
      durationMin: 15,
      priceUsd: 25,
      bufferAfterMin: 5,
    },
    {
      title: 'Product photos, up to ten',
      description:
        'White background or styled, colour-accurate, cut out if you like. Ship them or bring them.',
      durationMin: 120,
      priceUsd: 350,
      bufferAfterMin: 30,
      requiresApproval: true,
    },
    {
      title: 'Photo walk for beginners',
      description:
        'Two hours through the old streets with your own camera. Light, framing and courage. Six people.',
      durationMin: 120,
      priceUsd: 45,
      capacity: 6,
      bufferAfterMin: 15,
    },
  ],
  reviews: {
    delighted: [
      'The first picture of myself that I like. I am sixty-one.',
      'Our twins did not stand still for one second and the pictures are wonderful.',
      'Headshots for eleven of us in a morning, all delivered two days later.',
      'She made coffee, we talked, and suddenly we were done.',
    ],
    pleased: [
      'Beautiful light and pictures. Choosing took longer than the session.',
      'Friendly and quick. A little pricey, but worth it.',
      'Good pictures, and the retouching stayed natural.',
    ],
    mixed: [
      'Great session, but the pictures came a week later than agreed.',
      'Nice results. I had hoped for more outdoor locations.',
    ],
  },
};
