import { expect, it } from 'vitest';
import { Store } from './store';

const EVENTS = 6_000;

it('forgets old events, but none that is still on its way', () => {
  const store = new Store();
  const arrived = (index: number) => index % 2 === 1;
  for (let index = 0; index < EVENTS; index += 1) {
    const event = { id: `evt_${index}`, pending_webhooks: arrived(index) ? 0 : 1 };
    store.put('event', event as Parameters<typeof store.put<'event'>>[1]);
  }
  const kept = store.all('event').map(({ id }) => Number(id.slice('evt_'.length)));
  expect(kept).toHaveLength(5_000);
  expect(kept.filter((index) => !arrived(index))).toHaveLength(EVENTS / 2);
  expect(Math.min(...kept.filter(arrived))).toBeGreaterThan(1_000);
});
