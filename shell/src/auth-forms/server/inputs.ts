import { z } from 'zod';

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());
const password = z.string().min(1).max(256);
const code = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{4,8}$/));
const next = z.string().optional();

/** Fields of each form, as they are posted. */
export const inputs = {
  signIn: z.object({ email, password, next }),
  signUp: z.object({ email, password, name: z.string().trim().min(1).max(100), next }),
  confirm: z.object({ email, code, next }),
  resend: z.object({ email, next }),
  forgot: z.object({ email, next }),
  reset: z.object({ email, code, password, next }),
  signOut: z.object({ everywhere: z.string().optional() }),
  secondFactor: z.object({ code, next }),
  changePassword: z.object({ current: password, password }),
  beginSecondFactor: z.object({ password }),
  confirmSecondFactor: z.object({ code }),
  proof: z.object({
    password,
    code: z.union([code, z.literal('').transform(() => undefined)]).optional(),
  }),
};
