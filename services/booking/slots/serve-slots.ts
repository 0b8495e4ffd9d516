import type { serviceApp } from '../../shared/lambda';
import { listSlots as listSlotsRoute } from '../contract';
import { listSlots, type SlotPorts } from './list-slots';

/** Answers for free times; they are nobody's alone and good for this moment only. */
export function serveSlots<Ports extends object>(
  app: ReturnType<typeof serviceApp<Ports>>,
  { now, ...ports }: Omit<SlotPorts, 'now'> & { now: () => Date },
): void {
  app.openapi(listSlotsRoute, async (c) => {
    const input = { ...c.req.valid('query'), serviceId: c.req.valid('param').id };
    const slots = await listSlots({ ...ports, now: now() }, input);
    return c.json(slots, 200, { 'cache-control': 'no-store' });
  });
}
