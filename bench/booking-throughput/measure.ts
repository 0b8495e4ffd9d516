import { randomUUID } from 'node:crypto';
import type { Offer } from './businesses';

export interface Sample {
  perSecond: number;
  medianMs: number;
  refused: number;
}

/** Books every offer, with so many clients at once; each booking is a request, its answer and an open payment. */
export async function measure(given: {
  url: string;
  origin: string;
  clients: number;
  offers: Offer[];
}): Promise<Sample> {
  const { url, origin, clients, offers } = given;
  const queue = [...offers];
  const durationsMs: number[] = [];
  let refused = 0;
  const startMs = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let offer = queue.shift(); offer; offer = queue.shift()) {
        const askedMs = performance.now();
        if ((await book(url, origin, offer)) !== 201) refused++;
        durationsMs.push(performance.now() - askedMs);
      }
    }),
  );
  const seconds = (performance.now() - startMs) / 1000;
  const sorted = durationsMs.sort((a, b) => a - b);
  return {
    perSecond: (offers.length - refused) / seconds,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    refused,
  };
}

async function book(url: string, origin: string, offer: Offer): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ ...offer, customer: { name: 'Guest', email: 'guest@bench.test' } }),
  });
  await response.arrayBuffer();
  return response.status;
}
