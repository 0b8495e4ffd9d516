import type Stripe from 'stripe';
import { LIST_PARAMS, page } from '../http/list';
import { route } from '../http/route';

export const eventRoutes = [
  route('GET', '/v1/events', [...LIST_PARAMS, 'type', 'types'], (world, { params, owner }) => {
    const one = params.string('type');
    const types: string[] = one ? [one] : params.strings('types');
    const isWanted = (event: Stripe.Event) => types.length === 0 || types.includes(event.type);
    return page(world.store.all('event', owner).filter(isWanted), params, '/v1/events');
  }),
  route('GET', '/v1/events/:id', [], (world, { path, owner }) =>
    world.store.get('event', path.id ?? '', 'id', owner),
  ),
];
