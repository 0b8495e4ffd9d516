import { env } from '../../../src/env';

export const dynamic = 'force-dynamic';

/** Answers once the server runs with a complete environment. */
export function GET(): Response {
  env();
  return Response.json({ ok: true }, { headers: { 'cache-control': 'no-store' } });
}
