import type { CategoryContent } from '../content-types';

export const fitness: CategoryContent = {
  hours: ['studio', 'evenings', 'studio'],
  names: [
    '{last} Strength',
    'Coach {first}',
    '{first} {last} Training',
    'Kettle & Co.',
    'Northside Barbell',
    'Steady Strength {city}',
  ],
  headlines: [
    'Strength training for people who hate gyms',
    'One coach, one barbell, your full attention',
    'Get strong without getting hurt',
    'Small groups, big lifts, good coffee',
  ],
  abouts: [
    'Half of my clients had never touched a barbell. We start with how you move, write down three numbers, and make them better by a little every week. {years} years of coaching in {city}, and a studio with exactly one mirror.',
    'I am a physiotherapist who became a strength coach. Bad knees, old shoulders and new mothers are the usual, not the exception. Programmes are written for your week, not for an imaginary one.',
    'Training with {first} is plain: warm up, lift, breathe, go home. No shouting. You will get a plan for the days between.',
  ],
  services: [
    {
      title: 'Personal training session',
      description:
        'Sixty minutes one to one, programmed for you and written down. Showers and towels are here.',
      durationMin: 60,
      priceUsd: 85,
      bufferAfterMin: 10,
    },
    {
      title: 'First assessment',
      description:
        'Movement screen, strength baseline and an honest conversation about your goals. You leave with a four-week plan.',
      durationMin: 75,
      priceUsd: 70,
      bufferAfterMin: 15,
    },
    {
      title: 'Small group strength',
      description: 'Six people, six racks, one coach. Same programme, your weights. All levels.',
      durationMin: 60,
      priceUsd: 28,
      capacity: 6,
      bufferAfterMin: 10,
    },
    {
      title: 'Boxing technique',
      description:
        'Stance, footwork and pad rounds at your pace. Gloves and wraps can be borrowed.',
      durationMin: 45,
      priceUsd: 60,
      bufferAfterMin: 10,
    },
    {
      title: 'Running form check',
      description:
        'Filmed from three sides, watched together, two drills to take home. Bring the shoes you run in.',
      durationMin: 60,
      priceUsd: 90,
      bufferAfterMin: 10,
    },
    {
      title: 'Postnatal strength',
      description:
        'From twelve weeks after birth, with core and pelvic floor first. Babies are welcome and usually sleep.',
      durationMin: 50,
      priceUsd: 72,
      bufferAfterMin: 10,
    },
    {
      title: 'Lunchtime mobility class',
      description:
        'Forty minutes for hips, backs and shoulders that have been sitting. No shower needed.',
      durationMin: 40,
      priceUsd: 18,
      capacity: 10,
      bufferAfterMin: 10,
    },
  ],
  reviews: {
    delighted: [
      'Deadlifted my own weight after four months. I am fifty-three.',
      'No shouting, no mirrors, just very good coaching.',
      'My knee has not hurt since February. I wish I had come sooner.',
      'The plan fits my actual week, with two children and a night shift.',
    ],
    pleased: [
      'Great coach. The studio gets warm in summer.',
      'Group sessions are friendly and small enough to be corrected.',
      'Solid programme, and it is all written down.',
    ],
    mixed: [
      'Good training, but hard to get an evening slot.',
      'I had hoped for more cardio. That is on me; it does say strength.',
    ],
  },
};
