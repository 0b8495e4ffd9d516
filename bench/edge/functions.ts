import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildEdge } from '../../edge/build/edge';
import { functionEvent, lambdaEvent } from '../../edge/testing/events';
import { loadFunction } from '../../edge/testing/function-runtime';
import { aRelease } from '../../edge/testing/release';
import { accessClaims, aKey, aToken, CLIENT, ISSUER } from '../../edge/testing/tokens';
import { type Percentiles, percentilesOf, timed } from '../support/percentiles';

export type Handler = (event: unknown) => Promise<{ status?: string; body?: string; uri?: string }>;

const KEY = aKey('bench');
const LOADS = 15;

/** The edge functions as they would be deployed, in a folder. */
export async function builtInto(outDir: string) {
  const files = await buildEdge({
    outDir,
    auth: {
      issuer: ISSUER,
      userPoolClientId: CLIENT,
      jwksUrl: 'http://127.0.0.1:1/',
      jwks: { keys: [KEY.jwk] },
    },
    catalogRelease: aRelease(),
  });
  const require = createRequire(import.meta.url);
  return {
    bytesOf: (name: string) => files.find((file) => file.name === name)?.bytes ?? 0,
    lambda: (name: string) => require(join(outDir, name, 'index.cjs')).handler as Handler,
    code: (name: string) => readFileSync(join(outDir, `${name}.js`), 'utf8'),
    fileOf: (name: string) => join(outDir, name, 'index.cjs'),
  };
}

/** The whole handler with a good token: headers read, token verified, decided, headers cleaned. */
export async function measureAuth(handler: Handler): Promise<Percentiles> {
  const cookie = `__Host-em_access=${aToken(KEY, accessClaims(Date.now()))}; theme=dark`;
  const event = () => lambdaEvent({ path: '/bookings', query: 'view=list', headers: { cookie } });
  const { uri } = await handler(event());
  if (uri !== '/bookings') throw new Error('The token of the measurement is not accepted.');
  return timed(() => handler(event()), 5000);
}

/** The router in a bare VM, the event's way in and out as JSON included. */
export async function measureRouter(code: string): Promise<Percentiles> {
  const route = loadFunction<unknown, { uri?: string }>(code, {
    'slice/mf-catalog': '{"live":"c1","canary":"c2","share":10}',
    'slice/mf-booking': '{"live":"b1"}',
    'slice/mf-provider-portal': '{"live":"p1"}',
  });
  const event = functionEvent({
    path: '/search',
    query: 'q=massage&utm_source=x&sort=price',
    headers: { cookie: 'mfb=7', 'cloudfront-viewer-country': 'DE', accept: '*/*' },
  });
  return timed(() => route(event), 20_000);
}

/** How long a fresh process takes to load each bundle: in turn, so that a drifting machine is fair. */
export function measureLoads(ours: string, peer: string): { ours: Percentiles; peer: Percentiles } {
  const load = (file: string) => {
    const script = `const t=performance.now();require(${JSON.stringify(file)});console.log(performance.now()-t)`;
    return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
  };
  const pairs = Array.from({ length: LOADS }, () => [load(ours), load(peer)] as const);
  return {
    ours: percentilesOf(pairs.map(([first]) => first)),
    peer: percentilesOf(pairs.map(([, second]) => second)),
  };
}
