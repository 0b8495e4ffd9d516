import { createHmac, timingSafeEqual } from 'node:crypto';
import { isRelease, SLICES } from '@marketplace/services/domain/releases';
import { z } from 'zod';

const LOWEST_PORT = 1024;
const HIGHEST_PORT = 65_535;

/** A team member's wish to run one slice from elsewhere: another release, or a port of their own machine. */
export const overrideSchema = z.strictObject({
  /** Whose wish it is: the `sub` of the user pool. It holds for nobody else. */
  userId: z.string().min(1),
  slice: z.enum(SLICES),
  from: z.union([
    z.strictObject({ release: z.string().refine(isRelease) }),
    z.strictObject({ port: z.int().min(LOWEST_PORT).max(HIGHEST_PORT) }),
  ]),
  expiresAtSeconds: z.int(),
});

export type Override = z.infer<typeof overrideSchema>;

/** An override as the value of its cookie: what it says, and proof that we said it. */
export function sealOverride(override: Override, key: string): string {
  const text = Buffer.from(JSON.stringify(override)).toString('base64url');
  return `${text}.${signatureOf(text, key).toString('base64url')}`;
}

/** The override of a cookie; nothing when it is forged, altered, malformed or past its time. */
export function openOverride(sealed: string, key: string, nowMs: number): Override | undefined {
  const [text = '', signature = ''] = sealed.split('.');
  const expected = signatureOf(text, key);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const parsed = overrideSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success || parsed.data.expiresAtSeconds * 1_000 <= nowMs) return undefined;
  return parsed.data;
}

function signatureOf(text: string, key: string): Buffer {
  return createHmac('sha256', key).update(`slice override ${text}`).digest();
}
