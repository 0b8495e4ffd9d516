import {
  type AccessRule,
  accessFor,
  allows,
  canonicalPath,
  isDataPath,
  safeNext,
} from '@marketplace/services/domain/identity';
import type { TokenFault } from '@marketplace/services/domain/metrics';

export interface ProtectedRequest {
  method: string;
  /** As the viewer sent it, still escaped. */
  path: string;
  query: string;
  hasRefreshToken: boolean;
}

/** What verification found out about the token. */
export type Identity =
  | { kind: 'verified'; groups: readonly string[]; expiresAtSeconds: number }
  | { kind: 'none'; tokenFault?: TokenFault };

export type AuthDecision =
  | { kind: 'pass' }
  | { kind: 'redirect'; door: 'sign-in' | 'refresh'; location: string }
  | { kind: 'deny'; status: 400 | 401 | 403; as: 'problem' | 'page' };

/** Whether a request to a protected path may go on; what no rule names needs a signed-in person. */
export function decide(request: ProtectedRequest, identity: Identity, nowMs: number): AuthDecision {
  const path = canonicalPath(request.path);
  if (path === undefined) return { kind: 'deny', status: 400, as: 'problem' };
  const access = accessFor(path) ?? 'signed-in';
  if (access === 'open' && isRead(request.method)) return { kind: 'pass' };
  if (identity.kind === 'verified' && nowMs < identity.expiresAtSeconds * 1000) {
    return allows(needed(access), identity.groups) ? { kind: 'pass' } : refuse(path, 403);
  }
  if (isForScripts(path)) return refuse(path, 401);
  const next = encodeURIComponent(nextOf(request));
  const door = request.hasRefreshToken ? 'refresh' : 'sign-in';
  return { kind: 'redirect', door, location: `/auth/${door}?next=${next}` };
}

function needed(access: AccessRule['access']): AccessRule['access'] {
  return access === 'open' ? 'signed-in' : access;
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Scripts get a status, not a page; Next turns a 401 of a data request into a full navigation. */
function isForScripts(path: string): boolean {
  return path.startsWith('/api/') || isDataPath(path);
}

function refuse(path: string, status: 401 | 403): AuthDecision {
  return { kind: 'deny', status, as: isForScripts(path) ? 'problem' : 'page' };
}

function nextOf(request: ProtectedRequest): string {
  const query = request.query
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('_rsc='))
    .join('&');
  return safeNext(query === '' ? request.path : `${request.path}?${query}`);
}
