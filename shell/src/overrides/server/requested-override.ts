import type { IncomingMessage } from 'node:http';
import { ACCESS_COOKIE, cookieValue } from '@marketplace/services/domain/identity';
import {
  isOverrideLike,
  OVERRIDE_COOKIE,
  OVERRIDE_HEADER,
  OVERRIDE_SESSION_HEADER,
} from '@marketplace/services/domain/releases';
import { teamMemberOf } from '../../identity/viewer';
import type { Override } from '../override';
import { verifiedOverride } from './verified-override';

export type RequestedOverride =
  | { kind: 'none' }
  | { kind: 'refused' }
  | { kind: 'active'; override: Override };

type Headers = IncomingMessage['headers'];

/**
 * The override that a page is asked for with. It comes in a header where the edge has a cache (and
 * put it into the key), in a cookie elsewhere; it must be ours, in time, and of whoever asks.
 */
export async function requestedOverride({ headers }: IncomingMessage): Promise<RequestedOverride> {
  const sealed = headerOf(headers, OVERRIDE_HEADER) ?? cookieValue(headers.cookie, OVERRIDE_COOKIE);
  if (!sealed) return { kind: 'none' };
  if (!isOverrideLike(sealed)) return { kind: 'refused' };
  const session =
    headerOf(headers, OVERRIDE_SESSION_HEADER) ?? cookieValue(headers.cookie, ACCESS_COOKIE);
  try {
    const override = await verifiedOverride(sealed);
    const isTheirs = override !== undefined && override.userId === (await teamMemberOf(session));
    return isTheirs ? { kind: 'active', override } : { kind: 'refused' };
  } catch {
    return { kind: 'refused' };
  }
}

function headerOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}
