/** Why a row stays behind. */
export const REJECTIONS = {
  ACCOUNT_DELETED: 'The account was deleted.',
  ANONYMOUS: 'The account is nobody’s.',
  AMOUNT_NOT_EXACT: 'An amount is missing, or has a fraction of the smallest unit.',
  BAD_EMAIL: 'The address is missing or is none.',
  BAD_FILE: 'The file has no bucket or a name that cannot be kept.',
  BAD_PLACE: 'Country, city or coordinates are missing or wrong.',
  BAD_REFUND: 'A refund has no id, is there twice, or has a wrong amount.',
  BAD_SERVICE: 'A field of the service is outside what can be sold here.',
  BAD_STARS: 'Stars are not 1 to 5.',
  BAD_TIME_ZONE: 'The time zone is not an IANA zone.',
  BAD_TIMESTAMP: 'An instant is missing, infinite or outside 2000–2100.',
  BOOKING_NOT_MIGRATED: 'Its booking stays behind.',
  DUPLICATE_EMAIL: 'An older account has the address; bookings go there.',
  EMAIL_NOT_CONFIRMED: 'The address was never confirmed.',
  ENDS_BEFORE_START: 'It ends before or as it starts.',
  FILE_TOO_LARGE: 'The file is over 50 MB.',
  FILE_UNREADABLE: 'Supabase did not give the file out.',
  MONEY_DOES_NOT_ADD_UP: 'Total, base, surcharge and fee contradict each other.',
  NEGATIVE_MONEY: 'An amount is negative.',
  NO_NAME: 'There is no name.',
  NO_STRIPE_ID: 'A payment that succeeded has no PaymentIntent or charge.',
  NOT_PAID: 'The payment did not succeed; nothing moved.',
  ORPHAN: 'What it belongs to does not exist.',
  OTHER_CURRENCY: 'The currency is not that of what it belongs to.',
  OVERLAPS: 'An earlier booking has the time; somebody has to decide.',
  OWNER_NOT_MIGRATED: 'The owner’s account is missing or stays behind.',
  PROVIDER_NOT_MIGRATED: 'Its provider stays behind.',
  REFUND_EXCEEDS_CHARGE: 'More went back than was paid.',
  SECOND_BUSINESS: 'The owner runs an older business; a person runs one here.',
  SECOND_PAYMENT: 'The booking was already paid by another payment.',
  SECOND_REVIEW: 'The booking was already reviewed.',
  SERVICE_NOT_MIGRATED: 'Its service stays behind.',
  UNKNOWN_CURRENCY: 'The currency is not taken here.',
  UNKNOWN_STATUS: 'The status means nothing here.',
} as const;

/** What was changed in a row that moves. */
export const MENDS = {
  CREATED_AT_UNKNOWN: 'The time it was made is unknown; the time of the migration stands.',
  HOURS_DROPPED: 'Opening hours could not be read; the provider is closed until they set them.',
  NO_CONTACT: 'Nobody can be written to about the booking.',
  NO_PASSWORD: 'There is no bcrypt hash; the person signs in by “forgot password”.',
  PENDING_EXPIRED: 'It was never paid; it holds no time here.',
  PRICE_OF_PAYMENT: 'The amount that was paid stands, not the booking’s.',
  SLUG_CHANGED: 'The address was missing, taken or unusable.',
  TEXT_CLEANED: 'Control characters were removed, or the text was cut to what fits.',
} as const;

export type Rejection = keyof typeof REJECTIONS;
export type Mend = keyof typeof MENDS;

export const SOURCE_TABLES = [
  'users',
  'providers',
  'services',
  'bookings',
  'payments',
  'reviews',
  'files',
] as const;
export type SourceTable = (typeof SOURCE_TABLES)[number];

/** Something to know about a row. */
export interface Finding {
  table: SourceTable;
  id: string;
  reason: Rejection | Mend;
  detail?: string;
}

/** A row that stays behind; thrown where it is found, caught where rows are gone through. */
export class Rejected extends Error {
  constructor(
    readonly reason: Rejection,
    readonly detail?: string,
  ) {
    super(reason);
  }
}

export function isRejection(reason: Rejection | Mend): reason is Rejection {
  return reason in REJECTIONS;
}
