import type { World } from '../world';
import { invalid } from './fault';
import type { Params } from './params';

/** A request after authentication and parsing. */
export interface Call {
  params: Params;
  path: Record<string, string>;
  /** Whose objects: `platform`, or the account of the `Stripe-Account` header. */
  owner: string;
  /** Made with a publishable key: the browser, which must prove itself by a client secret. */
  isPublishable: boolean;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  pattern: RegExp;
  handle(world: World, call: Call): object;
  /** Top-level parameters besides `expand` and `metadata`; any other is refused. */
  accepts: readonly string[];
  isForBrowsers: boolean;
}

/** `route('GET', '/v1/charges/:id', …)`; `:name` becomes `call.path.name`. */
export function route(
  method: Route['method'],
  path: string,
  accepts: readonly string[],
  handle: Route['handle'],
  options: { isForBrowsers?: boolean } = {},
): Route {
  const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  return { method, pattern, accepts, handle, isForBrowsers: options.isForBrowsers ?? false };
}

/** @throws StripeFault `parameter_unknown`, as Stripe refuses a misspelt parameter */
export function refuseUnknownParams(route: Route, params: Params): void {
  const known = new Set([...route.accepts, 'expand', 'metadata']);
  const unknown = params.names().filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw invalid(
    `Received unknown parameter${unknown.length > 1 ? 's' : ''}: ${unknown.join(', ')}`,
    unknown[0],
    'parameter_unknown',
  );
}
