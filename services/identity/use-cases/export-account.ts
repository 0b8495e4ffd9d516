import type { MarketTable } from '../../shared/table';
import type { IdentityContext } from '../context';
import type { IdentityAnswer } from '../contract';
import { findPersonalData, type PersonalData } from './personal-data';

/** Everything that is kept about a person, as they may ask for it (GDPR, articles 15 and 20). */
export async function exportAccount(
  { table, people, now }: IdentityContext,
  { accessToken }: { accessToken: string },
): Promise<IdentityAnswer> {
  const person = await people.ofAccessToken(accessToken);
  const [profile, personal] = await Promise.all([
    table.user.get({ userId: person.userId }).go(),
    findPersonalData(table, person),
  ]);
  const providerId = profile.data?.providerId;
  return {
    outcome: 'exported',
    data: {
      exportedAt: now.toISOString(),
      account: {
        ...person.attributes,
        roles: person.groups,
        secondFactor: person.hasSecondFactor,
      },
      profile: profile.data,
      bookings: await bookingsWithAll(table, personal),
      ...(providerId && { business: await businessOf(table, providerId) }),
    },
  };
}

async function bookingsWithAll(table: MarketTable, { bookings, contacts }: PersonalData) {
  return Promise.all(
    bookings.map(async (booking) => {
      const { bookingId, providerId } = booking;
      const [ledger, review] = await Promise.all([
        table.ledger.query.primary({ bookingId }).go({ pages: 'all' }),
        table.review.get({ providerId, bookingId }).go(),
      ]);
      return {
        ...booking,
        contact: contacts.find((contact) => contact.bookingId === bookingId),
        payments: ledger.data,
        review: review.data ?? undefined,
      };
    }),
  );
}

async function businessOf(table: MarketTable, providerId: string) {
  const [provider, services, availability] = await Promise.all([
    table.provider.get({ providerId }).go(),
    table.service.query.primary({ providerId }).go({ pages: 'all' }),
    table.availability.get({ providerId }).go(),
  ]);
  return {
    profile: provider.data,
    services: services.data,
    availability: availability.data,
  };
}
