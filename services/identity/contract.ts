import { z } from 'zod';
import { ATTEMPT_ACTIONS } from '../domain/identity';
import { MARKET_CODES, type MarketCode } from '../domain/markets';

const attempt = z.object({
  action: z.enum(ATTEMPT_ACTIONS),
  account: z.string().min(1).max(320),
  address: z.string().max(100),
});

/** What the shell's server asks of the function `identity`; nobody else may call it. */
export const identityRequest = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('begin-attempt'), attempt }),
  z.object({ operation: z.literal('forgive-attempt'), attempt }),
  z.object({
    operation: z.literal('tell-owner'),
    email: z.email().max(254),
    /** Whose language the mail is in. */
    market: z.enum(MARKET_CODES),
  }),
  z.object({ operation: z.literal('export-account'), accessToken: z.string().min(1) }),
  z.object({ operation: z.literal('erase-account'), accessToken: z.string().min(1) }),
]);
export type IdentityRequest = z.infer<typeof identityRequest>;

/** What the shell's server tells the user pool of who asks for a code: whose language the mail is in. */
export type CodeMetadata = { market: MarketCode };

/** Why an account is not erased or exported. */
export const IDENTITY_REFUSALS = [
  'SESSION_ENDED',
  'SIGN_IN_AGAIN',
  'OPEN_BOOKINGS',
  'RUNS_BUSINESS',
] as const;
export type IdentityRefusal = (typeof IDENTITY_REFUSALS)[number];

export const identityAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done') }),
  z.object({ outcome: z.literal('limited'), retryAfterSeconds: z.int().positive() }),
  z.object({ outcome: z.literal('refused'), code: z.enum(IDENTITY_REFUSALS) }),
  z.object({ outcome: z.literal('exported'), data: z.record(z.string(), z.unknown()) }),
]);
export type IdentityAnswer = z.infer<typeof identityAnswer>;
