import { expect, it } from 'vitest';
import { googleCalendarUrl } from './google-calendar';

it('carries what, when in UTC, and where', () => {
  const url = new URL(
    googleCalendarUrl({
      serviceTitle: 'Cut & colour',
      providerName: 'Studio Linde',
      start: '2026-06-01T09:00:00.000Z',
      end: '2026-06-01T10:30:00.000Z',
      address: 'Lindenstr. 5, Berlin',
    }),
  );
  expect(Object.fromEntries(url.searchParams)).toEqual({
    action: 'TEMPLATE',
    text: 'Cut & colour · Studio Linde',
    dates: '20260601T090000Z/20260601T103000Z',
    location: 'Lindenstr. 5, Berlin',
  });
});
