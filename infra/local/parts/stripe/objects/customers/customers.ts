import type Stripe from 'stripe';
import { LIST_PARAMS, page, whereEqual } from '../../http/list';
import type { Params } from '../../http/params';
import { route } from '../../http/route';
import { newId } from '../../state/ids';
import type { World } from '../../world';

const FIELDS = ['email', 'name', 'phone', 'description', 'preferred_locales'];

function create(world: World, params: Params): Stripe.Customer {
  const customer = {
    id: newId('cus'),
    object: 'customer',
    balance: 0,
    created: world.nowSeconds(),
    default_source: null,
    description: params.string('description') ?? null,
    email: params.string('email') ?? null,
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: params.metadata(),
    name: params.string('name') ?? null,
    phone: params.string('phone') ?? null,
    shipping: null,
  } satisfies Stripe.Customer;
  world.emit('customer.created', world.store.put('customer', customer));
  return customer;
}

function update(world: World, id: string, params: Params): Stripe.Customer {
  const customer = world.store.get('customer', id);
  world.store.patch(customer, {
    description: params.string('description') ?? customer.description,
    email: params.string('email') ?? customer.email,
    metadata: params.metadata(customer.metadata),
    name: params.string('name') ?? customer.name ?? null,
  });
  world.emit('customer.updated', customer);
  return customer;
}

export const customerRoutes = [
  route('POST', '/v1/customers', FIELDS, (world, { params }) => create(world, params)),
  route('GET', '/v1/customers', [...LIST_PARAMS, 'email'], (world, { params }) =>
    page(
      whereEqual(world.store.all('customer'), params, { email: (item) => item.email }),
      params,
      '/v1/customers',
    ),
  ),
  route('GET', '/v1/customers/:id', [], (world, { path }) =>
    world.store.get('customer', path.id ?? ''),
  ),
  route('POST', '/v1/customers/:id', FIELDS, (world, { path, params }) =>
    update(world, path.id ?? '', params),
  ),
];
