import { MARKETS } from '../../domain/markets';
import { serviceIdOf } from '../table';
import { CONTENT } from './content';
import type { SeedProvider, SeedReview, SeedService } from './model';
import { reviewedBookingId } from './reviews';

const DAY_MS = 86_400_000;

export const DEMO_PROVIDER_ID = 'juniper';
const SECOND_CHAIR_ID = 'juniper-chair-2';
const TREATMENT_ROOM_ID = 'juniper-room';
const ROOF_ID = 'juniper-roof';

/** The provider that the demo account runs: open every day, with one service of every kind. */
export function demoProvider(today: Date): SeedProvider {
  const { city, currency } = MARKETS.us;
  return {
    id: DEMO_PROVIDER_ID,
    slug: 'juniper-studio-new-york',
    market: 'us',
    name: 'Juniper Studio',
    headline: 'Hair, hands and a quiet hour in the West Village',
    about:
      'Juniper is three people, two chairs and one treatment room behind a plane tree. Mara cuts and colours, Ines treats tired shoulders, and on the roof there is yoga for six when the weather agrees. Tell us when you book what your week looks like; we plan around it.',
    currency,
    timeZone: city.timeZone,
    place: {
      city: city.name,
      street: '41 Perry Street, West Village',
      country: 'US',
      lat: 40.73556,
      lon: -74.00146,
    },
    languages: ['en', 'es', 'de'],
    verified: true,
    memberSince: '2024-03-18',
    ratingSum: 619,
    ratingCount: 127,
    bookingsCount: 412,
    rules: [{ days: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '19:00' }],
    services: SERVICES.map((service) => ({ ...DEFAULTS, ...service })),
    reviews: demoReviews(today),
  };
}

const DEFAULTS: Omit<SeedService, 'id' | 'title' | 'description' | 'priceMinor' | 'durationMin'> = {
  category: 'hair',
  stepMin: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  minNoticeMin: 60,
  capacity: 1,
  resourceIds: [DEMO_PROVIDER_ID],
  policy: 'flexible',
  requiresApproval: false,
};

type DemoService = Omit<SeedService, keyof typeof DEFAULTS> & Partial<SeedService>;

const SERVICES: readonly DemoService[] = [
  {
    id: serviceIdOf(DEMO_PROVIDER_ID, 'cut'),
    title: 'Cut & finish',
    description:
      'Consultation, wash with head massage, precision cut and blow-dry with Mara. Bring a picture, or a problem; both work.',
    priceMinor: 9500,
    durationMin: 60,
    bufferAfter: 15,
  },
  {
    id: serviceIdOf(DEMO_PROVIDER_ID, 'fringe'),
    title: 'Fringe & neck trim',
    description:
      'Twenty minutes between two proper cuts. No wash, no fuss, out before your coffee is cold.',
    priceMinor: 2500,
    durationMin: 20,
    stepMin: 20,
    resourceIds: [SECOND_CHAIR_ID],
  },
  {
    id: serviceIdOf(DEMO_PROVIDER_ID, 'blowdry'),
    title: 'Blow-dry, either chair',
    description:
      'Wash and a blow-dry that lasts, by whoever is free: two chairs, so two friends can come together.',
    priceMinor: 5000,
    durationMin: 45,
    stepMin: 15,
    resourceIds: [DEMO_PROVIDER_ID, SECOND_CHAIR_ID],
  },
  {
    id: serviceIdOf(DEMO_PROVIDER_ID, 'shoulders'),
    title: 'Neck & shoulders',
    description:
      'Forty minutes with Ines where the laptop sits. Fits into a lunch break; the shirt may stay on.',
    category: 'massage',
    priceMinor: 6800,
    durationMin: 40,
    bufferAfter: 20,
    resourceIds: [TREATMENT_ROOM_ID],
    policy: 'moderate',
  },
  {
    id: serviceIdOf(DEMO_PROVIDER_ID, 'yoga'),
    title: 'Rooftop yoga for six',
    description:
      'An hour above the plane tree, slow and breathing. Mats are there; in the rain we move inside.',
    category: 'yoga',
    priceMinor: 2400,
    durationMin: 60,
    stepMin: 120,
    capacity: 6,
    resourceIds: [ROOF_ID],
  },
  {
    id: serviceIdOf(DEMO_PROVIDER_ID, 'balayage'),
    title: 'Balayage, on request',
    description:
      'Hand-painted lights, toner and bond repair: three hours. We look at your hair history first and answer within a day.',
    priceMinor: 28_000,
    durationMin: 180,
    minNoticeMin: 1440,
    policy: 'strict',
    requiresApproval: true,
  },
];

const AUTHORS = ['Hannah W.', 'Marcus T.', 'Priya S.', 'Lena K.', 'Diego R.', 'Joan M.'];

function demoReviews(today: Date): SeedReview[] {
  const { delighted, pleased } = CONTENT.hair.reviews;
  const [cut] = SERVICES;
  if (!cut) return [];
  return [...delighted.slice(0, 4), ...pleased.slice(0, 2)].map((text, index) => ({
    bookingId: reviewedBookingId(DEMO_PROVIDER_ID, index),
    stars: index < 4 ? 5 : 4,
    text,
    authorName: AUTHORS[index] ?? 'Ann B.',
    serviceId: cut.id,
    serviceTitle: cut.title,
    createdAt: new Date(today.getTime() - (3 + index * 6) * DAY_MS + 16 * 3_600_000).toISOString(),
  }));
}
