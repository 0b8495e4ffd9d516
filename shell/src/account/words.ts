import type { Metadata } from 'next';
import { wordsOf } from '../auth-forms/words';
import { visitorMarket } from '../market/visitor-market';

export type AccountWords = Awaited<ReturnType<typeof accountWords>>;

/** Words of the account pages in the language of the visitor's market. */
export async function accountWords() {
  return wordsOf('account', (await visitorMarket()).locale);
}

type Title = 'title' | 'password.change' | 'secondFactor.title' | 'delete.title';

/** Next's `generateMetadata` of a page of this title. */
export function titled(title: Title) {
  return async (): Promise<Metadata> => ({ title: (await accountWords())(title) });
}

const ROLES = ['provider', 'admin', 'team'] as const;

/** The person's groups as a list to read; empty for a customer. */
export function roleNames(t: AccountWords, locale: string, groups: string[]): string {
  const names = ROLES.filter((role) => groups.includes(role)).map((role) => t(`roleNames.${role}`));
  return new Intl.ListFormat(locale).format(names);
}

const NOTICES = ['second-factor-on', 'second-factor-off'] as const;

/** The sentence for the account page's `?notice=…`. */
export function accountNotice(t: AccountWords, value: unknown): string | undefined {
  const notice = NOTICES.find((name) => name === value);
  return notice && t(`notices.${notice}`);
}
