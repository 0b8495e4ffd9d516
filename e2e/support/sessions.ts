import { type APIRequestContext, type BrowserContext, expect } from '@playwright/test';
import { baseUrl, signIn } from './api';

const PASSWORD = 'Demo-Pass-1!';
const NEXT_CODE_MS = 45_000;
const ENOUGH_MS = 300_000;

type Session = Awaited<ReturnType<BrowserContext['cookies']>>;

const known = new Map<string, Session>();

const lastsUntil = (session: Session) => 1000 * Math.min(...session.map(({ expires }) => expires));

/** Signs the context in as the account; one with a second step just once a run, since a code works once. */
export async function signInWithCode(context: BrowserContext, email: string): Promise<void> {
  const session = known.get(email);
  if (session && lastsUntil(session) > Date.now() + ENOUGH_MS) return context.addCookies(session);
  const tried = new Set<string>();
  await expect
    .poll(() => answerWithCode(context.request, email, tried), { timeout: NEXT_CODE_MS })
    .not.toContain('problem');
  known.set(
    email,
    (await context.cookies()).filter(({ name }) => name.startsWith('__Host-em_')),
  );
}

/**
 * Where the sign-in leads with the code that the account's authenticator app shows now. A code that was
 * used already waits for the next one: attempts are counted.
 */
async function answerWithCode(
  request: APIRequestContext,
  email: string,
  tried: Set<string>,
): Promise<string> {
  const apps = (await (await request.get('/_local/codes')).json()) as {
    email: string;
    code: string;
  }[];
  const code = apps.find((app) => app.email === email)?.code ?? '';
  if (tried.has(code)) return 'problem=CODE_WAS_USED';
  tried.add(code);
  await signIn(request, email, PASSWORD);
  const answer = await request.post('/auth/api/second-factor', {
    form: { code },
    headers: { origin: new URL(baseUrl()).origin },
    maxRedirects: 0,
  });
  return answer.headers().location ?? '';
}
