import type { CategoryContent } from '../content-types';

export const tutoring: CategoryContent = {
  hours: ['evenings', 'evenings', 'weekends'],
  names: [
    '{first} {last} Tutoring',
    '{last} Learning',
    'The Study Table',
    'Clear Thinking with {first}',
    '{last} Lessons',
    'Good Questions {city}',
  ],
  headlines: [
    'Subjects that finally make sense',
    'Patient lessons for nervous students',
    'Exam preparation without the panic',
    'Good questions, patient answers',
  ],
  abouts: [
    'I taught at a secondary school in {city} for {years} years and now teach one student at a time. We begin with what you do understand, which is usually more than you think. Parents get two honest lines after every lesson.',
    'An engineer by training and a teacher by accident: a neighbour’s daughter needed help, then her class. I explain with pictures and wrong answers, and I set little homework but good homework.',
    '{first} speaks four languages and made most mistakes already. Lessons are spoken from the first minute; your notes come by mail in the evening.',
  ],
  services: [
    {
      title: 'Maths lesson, secondary school',
      description:
        'Fractions to calculus. Bring the exercise that defeated you; we take it apart together.',
      durationMin: 60,
      priceUsd: 55,
      bufferAfterMin: 10,
    },
    {
      title: 'Exam preparation, intensive',
      description:
        'Two hours on past papers with timing, marking and a plan for the weeks until the exam.',
      durationMin: 120,
      priceUsd: 110,
      bufferAfterMin: 10,
    },
    {
      title: 'English conversation',
      description:
        'For people who know the grammar and lose their tongue. An hour of talking, corrected kindly.',
      durationMin: 60,
      priceUsd: 45,
      bufferAfterMin: 10,
    },
    {
      title: 'Physics & chemistry',
      description:
        'Concepts with a pencil first, formulas second. School and first university year.',
      durationMin: 60,
      priceUsd: 60,
      bufferAfterMin: 10,
    },
    {
      title: 'Primary school reading',
      description:
        'Short, playful sessions for children who find reading hard. We read aloud, draw and laugh.',
      durationMin: 45,
      priceUsd: 40,
      bufferAfterMin: 10,
    },
    {
      title: 'Essay & application review',
      description:
        'Line by line together: structure, argument, voice. It stays your text, and becomes a better one.',
      durationMin: 60,
      priceUsd: 65,
      bufferAfterMin: 5,
    },
    {
      title: 'Programming for beginners',
      description:
        'Your first program in Python within the hour, and a small project of your own within a month.',
      durationMin: 90,
      priceUsd: 80,
      bufferAfterMin: 10,
    },
    {
      title: 'Study group, up to four',
      description:
        'Same class, same exam, shared cost. Bring your friends or join the Wednesday group.',
      durationMin: 90,
      priceUsd: 25,
      capacity: 4,
      bufferAfterMin: 10,
    },
  ],
  reviews: {
    delighted: [
      'From failing to a good mark in one term, and she likes maths now.',
      'He explains the same thing five ways until one of them clicks.',
      'Two honest lines after every lesson. As a parent that is gold.',
      'I finally speak instead of translating in my head.',
    ],
    pleased: [
      'Very patient teacher. We would like more homework, strangely.',
      'Helped a lot before the exam. Book early in spring.',
      'Clear notes afterwards, good examples.',
    ],
    mixed: [
      'Knows the subject very well, sometimes too fast for my son.',
      'Good lesson, but rescheduled twice.',
    ],
  },
};
