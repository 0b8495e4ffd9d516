import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Mail } from '../../shared/mail';
import { fakeAuth, TEST_ORIGIN } from '../../shared/testing';
import type { ProcessorContext } from '../processor/context';
import { processRecord } from '../processor/process-record';
import { sweep } from '../sweeper/sweep';
import type { BookingService } from './booking-service';

/** What happens behind the booking service: Stripe's events, the outbox, the sweeper. */
export function startBackstage(service: BookingService) {
  const mails: Mail[] = [];
  const seen = new Set<string>();
  const context = (): ProcessorContext => ({
    ...service.bookings(),
    guestTokens: fakeAuth.guestTokens,
    publicOrigin: TEST_ORIGIN,
    mailer: {
      async send(mail) {
        mails.push(mail);
      },
    },
  });
  const digest = (item: Record<string, unknown>) =>
    processRecord(context(), {
      eventName: 'INSERT',
      dynamodb: { NewImage: marshall(item) },
    } as unknown as DynamoDBRecord);
  /** In the order they were written: their ids begin with the time. */
  const outbox = async () =>
    (await service.scan())
      .filter(({ PK }) => String(PK).startsWith('OUTBOX#'))
      .sort((a, b) => (String(a.PK) < String(b.PK) ? -1 : 1));

  return {
    mails,
    /** Lets Stripe say that something happened to an object. */
    event: (objectType: string, objectId: string) =>
      digest({
        PK: `INBOX#evt_${objectId}`,
        SK: 'EVENT',
        eventId: `evt_${objectId}`,
        type: `${objectType}.changed`,
        objectType,
        objectId,
      }),
    /** Plays the payment of a booking, and the events that follow. */
    async pay(bookingId: string) {
      service.payments.pay(`pi_${bookingId}`);
      await this.event('payment_intent', `pi_${bookingId}`);
    },
    /** Works on every outbox message that is new. */
    async workOutbox() {
      for (const item of await outbox()) {
        if (seen.has(String(item.PK))) continue;
        seen.add(String(item.PK));
        await digest(item);
      }
    },
    /** Works on every outbox message, as a stream that is read again does. */
    async replayOutbox() {
      for (const item of await outbox()) await digest(item);
    },
    sweep: () => sweep(service.bookings()),
  };
}
