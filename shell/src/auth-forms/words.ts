import { speakerOf } from '@marketplace/kit/slice/words';
import type { Metadata } from 'next';
import de from '../../messages/account/de.json';
import en from '../../messages/account/en.json';
import es from '../../messages/account/es.json';
import fr from '../../messages/account/fr.json';
import type { AuthProblemCode } from '../identity/problem';
import { visitorMarket } from '../market/visitor-market';

/** Words of the sign-in pages (`auth`) and of the account pages (`account`), for the server only. */
export const wordsOf = speakerOf({ en, de, fr, es });

export type AuthWords = Awaited<ReturnType<typeof authWords>>;

/** Words of the sign-in pages in the language of the visitor's market. */
export async function authWords() {
  return wordsOf('auth', (await visitorMarket()).locale);
}

/** Next's `generateMetadata` of a page of this title. */
export function titled(
  title: `${keyof Pick<typeof en.auth, 'confirm' | 'forgot' | 'secondFactor' | 'signIn' | 'signUp'>}.title`,
) {
  return async (): Promise<Metadata> => ({ title: (await authWords())(title) });
}

export function problemText(t: AuthWords, code: AuthProblemCode): string {
  return t(`problems.${code}`);
}

const NOTICES = [
  'confirmed',
  'reset',
  'resent',
  'signed-out',
  'sign-in-first',
  'password-changed',
  'deleted',
  'reused',
] as const;

/** The sentence for `?notice=…`; nothing for what is no notice. */
export function noticeText(t: AuthWords, value: unknown): string | undefined {
  const notice = NOTICES.find((name) => name === value);
  return notice && t(`notices.${notice}`);
}
