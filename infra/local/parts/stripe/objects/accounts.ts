import type Stripe from 'stripe';
import { invalid } from '../http/fault';
import { LIST_PARAMS, page } from '../http/list';
import type { Params } from '../http/params';
import { route } from '../http/route';
import { newId } from '../state/ids';
import type { World } from '../world';

const LINK_LIFETIME_SECONDS = 300;
const NEEDED = ['external_account', 'individual.verification.document', 'tos_acceptance.date'];
const CURRENCY_OF: Record<string, string> = {
  AU: 'aud',
  BR: 'brl',
  CA: 'cad',
  CH: 'chf',
  DE: 'eur',
  ES: 'eur',
  FR: 'eur',
  GB: 'gbp',
  IE: 'eur',
  IN: 'inr',
  IT: 'eur',
  JP: 'jpy',
  NL: 'eur',
  US: 'usd',
};

export interface NewAccount {
  id?: string;
  type?: Stripe.Account.Type;
  country?: string;
  currency?: string;
  email?: string | null;
  capabilities?: string[];
  metadata?: Record<string, string>;
}

function requirements(due: string[]): Stripe.Account.Requirements {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: due,
    disabled_reason: due.length > 0 ? 'requirements.past_due' : null,
    errors: [],
    eventually_due: due,
    past_due: due,
    pending_verification: [],
  } satisfies Stripe.Account.Requirements;
}

/** Creates a connected account that still has to be onboarded. */
export function createAccount(world: World, input: NewAccount): Stripe.Account {
  const country = (input.country ?? 'US').toUpperCase();
  const wanted = input.capabilities ?? [];
  const account = {
    id: input.id ?? newId('acct'),
    object: 'account',
    business_profile: null,
    business_type: null,
    capabilities: Object.fromEntries(wanted.map((name) => [name, 'inactive' as const])),
    charges_enabled: false,
    country,
    created: world.nowSeconds(),
    default_currency: input.currency ?? CURRENCY_OF[country] ?? 'usd',
    details_submitted: false,
    email: input.email ?? null,
    metadata: input.metadata ?? {},
    payouts_enabled: false,
    requirements: requirements(NEEDED),
    type: input.type ?? 'express',
  } satisfies Stripe.Account;
  return world.store.put('account', account);
}

/** What onboarding changes, or the loss of it. */
export function applyOnboarding(world: World, account: Stripe.Account, isComplete: boolean): void {
  const status = isComplete ? 'active' : 'inactive';
  const names = Object.keys(account.capabilities ?? {});
  world.store.patch(account, {
    capabilities: Object.fromEntries(names.map((name) => [name, status])),
    charges_enabled: isComplete,
    payouts_enabled: isComplete,
    details_submitted: account.details_submitted || isComplete,
    requirements: requirements(isComplete ? [] : NEEDED),
  });
}

/** Finishes onboarding (or takes the permission away again) and tells the Connect endpoint. */
export function setOnboarded(world: World, id: string, isComplete: boolean): Stripe.Account {
  const account = world.store.get('account', id);
  applyOnboarding(world, account, isComplete);
  world.emit('account.updated', account, id);
  return account;
}

function requestedCapabilities(params: Params): string[] {
  const wanted = params.object('capabilities');
  return (wanted?.names() ?? []).filter((name) => wanted?.object(name)?.boolean('requested'));
}

function create(world: World, params: Params): Stripe.Account {
  const email = params.string('email');
  const country = params.string('country');
  if (country !== undefined && !/^[A-Za-z]{2}$/.test(country)) {
    throw invalid(`Country '${country}' is unknown.`, 'country', 'country_unsupported');
  }
  const account = createAccount(world, {
    type: params.oneOf('type', ['express', 'standard', 'custom']) ?? 'express',
    ...(country === undefined ? {} : { country }),
    email: email ?? null,
    capabilities: requestedCapabilities(params),
    metadata: params.metadata(),
  });
  world.emit('account.updated', account, account.id);
  return account;
}

function update(world: World, id: string, params: Params): Stripe.Account {
  const account = world.store.get('account', id);
  const added = requestedCapabilities(params).filter(
    (name) => !(name in (account.capabilities ?? {})),
  );
  const status = account.charges_enabled ? 'active' : 'inactive';
  world.store.patch(account, {
    metadata: params.metadata(account.metadata ?? {}),
    email: params.string('email') ?? account.email,
    capabilities: { ...account.capabilities, ...Object.fromEntries(added.map((n) => [n, status])) },
  });
  world.emit('account.updated', account, id);
  return account;
}

function createLink(world: World, params: Params): Stripe.AccountLink {
  const account = world.store.get('account', params.required('account'), 'account');
  params.oneOf('type', ['account_onboarding', 'account_update']);
  params.required('type');
  const returnUrl = params.required('return_url');
  params.required('refresh_url');
  const now = world.nowSeconds();
  const query = new URLSearchParams({ return_url: returnUrl });
  return {
    object: 'account_link',
    created: now,
    expires_at: now + LINK_LIFETIME_SECONDS,
    url: `${world.ownOrigin}/_sim/onboarding/${account.id}?${query}`,
  } satisfies Stripe.AccountLink;
}

const FIELDS = ['type', 'country', 'email', 'capabilities', 'business_type', 'business_profile'];
const MORE_FIELDS = ['settings', 'controller', 'individual', 'company', 'default_currency'];

export const accountRoutes = [
  route('POST', '/v1/accounts', [...FIELDS, ...MORE_FIELDS], (world, { params }) =>
    create(world, params),
  ),
  route('GET', '/v1/accounts', LIST_PARAMS, (world, { params }) =>
    page(
      world.store.all('account').map((account) => ({ ...account, created: account.created ?? 0 })),
      params,
      '/v1/accounts',
    ),
  ),
  route('GET', '/v1/accounts/:id', [], (world, { path }) =>
    world.store.get('account', path.id ?? ''),
  ),
  route('POST', '/v1/accounts/:id', [...FIELDS, ...MORE_FIELDS], (world, { path, params }) =>
    update(world, path.id ?? '', params),
  ),
  route('POST', '/v1/accounts/:id/login_links', [], (world, { path }) => ({
    object: 'login_link',
    created: world.nowSeconds(),
    url: `${world.ownOrigin}/_sim/onboarding/${world.store.get('account', path.id ?? '').id}`,
  })),
  route(
    'POST',
    '/v1/account_links',
    ['account', 'type', 'refresh_url', 'return_url', 'collect', 'collection_options'],
    (world, { params }) => createLink(world, params),
  ),
];
