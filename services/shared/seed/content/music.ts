import type { CategoryContent } from '../content-types';

export const music: CategoryContent = {
  hours: ['evenings', 'evenings', 'studio'],
  names: [
    '{last} Music Studio',
    '{first} {last} Music',
    'The Practice Room',
    '{last} School of Music',
    'The Song Room {city}',
    'Upbeat {city}',
  ],
  headlines: [
    'Music for adults who always wanted to',
    'Lessons that start with a song',
    'Find the voice that is already there',
    'A real grand piano and a patient teacher',
  ],
  abouts: [
    'I studied piano, played in bars and musical pits, and have taught in {city} for {years} years. Adults who start late are my favourite students: they know why they came. You will play something recognisable in the first lesson.',
    'Lessons take place in a soundproofed room with two of every instrument. We choose songs together and find the technique inside them. Twice a year there is a friendly concert; nobody has to.',
    '{first} {last} sings, teaches and conducts a choir of people who thought they could not. Bring water and a song you love.',
  ],
  services: [
    {
      title: 'Piano lesson',
      description:
        'All levels, on a grand piano. Reading, listening and hands that relax. Adults very welcome.',
      durationMin: 45,
      priceUsd: 55,
      bufferAfterMin: 5,
    },
    {
      title: 'Piano lesson, one hour',
      description:
        'For those preparing for an exam, an audition or a wedding. We record the last ten minutes.',
      durationMin: 60,
      priceUsd: 70,
      bufferAfterMin: 5,
    },
    {
      title: 'Guitar lesson',
      description:
        'Acoustic or electric, first chord to fingerstyle. Instruments here, so you can come straight from work.',
      durationMin: 45,
      priceUsd: 50,
      bufferAfterMin: 5,
    },
    {
      title: 'Singing lesson',
      description:
        'Breath, placement and one song taken apart. For shower singers and choir members alike.',
      durationMin: 45,
      priceUsd: 58,
      bufferAfterMin: 10,
    },
    {
      title: 'Violin for beginners',
      description:
        'From age six to seventy. A rental violin in your size can be arranged before the first lesson.',
      durationMin: 30,
      priceUsd: 40,
      bufferAfterMin: 5,
    },
    {
      title: 'Drum lesson',
      description:
        'Two kits, ear protection and a groove by the end of the hour. No experience needed.',
      durationMin: 60,
      priceUsd: 60,
      bufferAfterMin: 10,
    },
    {
      title: 'Music theory workshop',
      description:
        'Keys, chords and why that one song makes you cry. Eight chairs around one piano.',
      durationMin: 90,
      priceUsd: 24,
      capacity: 8,
      bufferAfterMin: 15,
    },
  ],
  reviews: {
    delighted: [
      'Started at forty-six, played for my mother at forty-seven. Thank you.',
      'My daughter practises without being asked. I did not know that was possible.',
      'He heard in ten seconds why my voice gets tired.',
      'A song in the first lesson, just as promised.',
    ],
    pleased: [
      'Very good teacher and a beautiful instrument. The room is a little small.',
      'Well structured, with recordings to practise with.',
      'Friendly and demanding in equal parts.',
    ],
    mixed: [
      'Nice lessons, but I would have liked more theory.',
      'Good teacher, hard to find a place after six.',
    ],
  },
};
