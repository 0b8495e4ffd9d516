import type { IncomingMessage, ServerResponse } from 'node:http';
import { OVERRIDE_REFUSED_HEADER, type Releases } from '@marketplace/services/domain/releases';
import { env } from '../../env';
import { policyWithOrigin } from '../../security/content-security';
import type { Override } from '../override';
import type { ShownOverride } from '../shown-override';
import { endedOverrideCookie } from './cookie';
import { requestedOverride } from './requested-override';

export interface AppliedOverride {
  /** Whether the request came with an override at all, good or not: then nobody may keep the answer. */
  isAsked: boolean;
  shown?: ShownOverride;
  /** Releases in the place of those that the slices would have. */
  releases: Releases;
}

/** Takes a request's override into account; one that is refused is ended. */
export async function applyOverride(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<AppliedOverride> {
  const asked = await requestedOverride(request);
  if (asked.kind === 'none') return { isAsked: false, releases: {} };
  if (asked.kind === 'refused') {
    // The header, for where the edge takes cookies off answers: it ends the cookie itself.
    response.setHeader(OVERRIDE_REFUSED_HEADER, '1');
    response.appendHeader('set-cookie', endedOverrideCookie());
    return { isAsked: true, releases: {} };
  }
  const shown = shownOf(asked.override);
  if (shown.localOrigin) {
    const policy = policyWithOrigin(env().CONTENT_SECURITY_POLICY, shown.localOrigin);
    response.setHeader('content-security-policy', policy);
  }
  return {
    isAsked: true,
    shown,
    releases: shown.release ? { [shown.slice]: shown.release } : {},
  };
}

function shownOf({ slice, from, expiresAtSeconds }: Override): ShownOverride {
  const expiresAt = new Date(expiresAtSeconds * 1_000).toISOString();
  return 'release' in from
    ? { slice, release: from.release, expiresAt }
    : { slice, localOrigin: `http://localhost:${from.port}`, expiresAt };
}
