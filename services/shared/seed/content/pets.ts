import type { CategoryContent } from '../content-types';

export const pets: CategoryContent = {
  hours: ['office', 'salon', 'weekends'],
  names: [
    '{first} & Dogs',
    'Good Boy {city}',
    '{last} Dog Grooming',
    'Whisker House',
    'The Slow Walk',
    'Pawprint by {first}',
  ],
  headlines: [
    'Long walks, wet noses, a photo every time',
    'Fear-free grooming, one animal at a time',
    'Your cat will hardly notice that you left',
    'Training without shouting, treats included',
  ],
  abouts: [
    'I grew up with six dogs and have never had fewer than two. Walks are in groups of four at most, off the lead only if you say so, and every dog goes home towelled. Insured, first-aid trained, known by every squirrel in {city}.',
    'Grooming here takes as long as your animal needs. No cages, no forced drying, breaks for biscuits. {years} years with anxious dogs and cats of strong opinion.',
    '{first} {last} is a certified trainer who works with rewards and timing. Most problems are solved at the human end of the lead, gently.',
  ],
  services: [
    {
      title: 'Dog walk, one hour',
      description:
        'Park or riverside in a group of at most four, towel and photo included. Pick-up nearby.',
      durationMin: 60,
      priceUsd: 28,
      capacity: 4,
      bufferBeforeMin: 15,
      bufferAfterMin: 15,
    },
    {
      title: 'Full groom, small dog',
      description: 'Bath, dry, cut, claws and ears, up to ten kilos. At your dog’s speed.',
      durationMin: 90,
      priceUsd: 70,
      bufferAfterMin: 15,
    },
    {
      title: 'Full groom, large dog',
      description: 'Everything for a big coat, undercoat out, smelling of nothing but clean dog.',
      durationMin: 150,
      priceUsd: 105,
      bufferAfterMin: 20,
    },
    {
      title: 'Cat visit at home',
      description:
        'Food, water, litter, play and company while you travel. You get a photo and a short report.',
      durationMin: 30,
      priceUsd: 24,
      bufferBeforeMin: 15,
      bufferAfterMin: 15,
    },
    {
      title: 'Puppy training, first lesson',
      description:
        'Name, lead, bite inhibition and how to sleep through. At your home, where it matters.',
      durationMin: 60,
      priceUsd: 85,
      bufferBeforeMin: 15,
      bufferAfterMin: 15,
    },
    {
      title: 'Lead walking clinic',
      description:
        'Five dogs, five humans, one field. You leave with a loose lead, or a plan for one.',
      durationMin: 75,
      priceUsd: 35,
      capacity: 5,
      bufferAfterMin: 15,
    },
    {
      title: 'Claws & ears',
      description:
        'A quick, kind visit between grooms. Cats by appointment only, with a towel and respect.',
      durationMin: 20,
      priceUsd: 22,
      bufferAfterMin: 5,
    },
  ],
  reviews: {
    delighted: [
      'Our rescue dog trembles at every groomer. Here she fell asleep.',
      'A photo after every walk. I think he prefers her to us.',
      'The cat came out from under the bed for her. A first.',
      'Two lessons and the lead is loose. I was the problem, apparently.',
    ],
    pleased: [
      'Lovely with animals, very reliable. Booked out in the holidays.',
      'Good cut. A little shorter than last time.',
      'Clear training plan. We have to practise more.',
    ],
    mixed: [
      'The groom is fine, but it took an hour longer than planned.',
      'Nice walks, though once the dog came home quite muddy.',
    ],
  },
};
