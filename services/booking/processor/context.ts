import type { BookingsContext } from '../../shared/bookings';
import type { GuestTokens } from '../../shared/lambda';
import type { Mailer } from '../../shared/mail';

export interface ProcessorContext extends BookingsContext {
  mailer: Mailer;
  guestTokens: GuestTokens;
  /** Scheme and host that links in mails lead to. */
  publicOrigin: string;
}
