/** A provider-local window. `end` may be `24:00`; an end at or before the start is on the next date. */
export interface WallInterval {
  /** `HH:MM` */
  start: string;
  /** `HH:MM` */
  end: string;
}

export interface WeeklyRule extends WallInterval {
  /** ISO weekdays (1 = Monday … 7 = Sunday) of the local date the window starts on. */
  days: readonly number[];
}

/** Replaces the weekly rules of one local date; no intervals means closed. */
export interface DateOverride {
  /** `YYYY-MM-DD` */
  date: string;
  intervals: readonly WallInterval[];
}

/** Something that occupies the resource. `hold` is the process's `held`, `pending` its `requested`. */
export interface Occupation {
  /** UTC instant, ISO 8601. */
  start: string;
  end: string;
  status: 'confirmed' | 'pending' | 'hold' | 'cancelled';
  /** UTC instant from which a hold blocks nothing. */
  expiresAt?: string | undefined;
  /** Absent or `same`: a booking of the service asked about. */
  serviceId?: string | undefined;
  /** Minutes; the asked service's own when absent. */
  bufferBefore?: number | undefined;
  bufferAfter?: number | undefined;
  seats?: number | undefined;
}

export interface SlotService {
  id?: string;
  durationMin: number;
  /** Minutes kept free before and after; may overhang the window. */
  bufferBefore?: number | undefined;
  bufferAfter?: number | undefined;
  minNoticeMin?: number;
  /** Minutes between two starts; the duration when absent. */
  stepMin?: number;
  capacity?: number;
}

/** A case of `cases.json`, without its name and expectations. */
export interface AvailabilityInput {
  /** IANA zone of the provider. */
  timezone: string;
  rules: readonly WeeklyRule[];
  overrides?: readonly DateOverride[];
  bookings?: readonly Occupation[];
  service: SlotService;
  /** UTC instant. */
  now: string;
  /** UTC instants: `from <= start < to`. */
  range: { from: string; to: string };
}

export interface Slot {
  /** UTC instants, ISO 8601 with milliseconds. */
  start: string;
  end: string;
  seatsLeft: number;
}
