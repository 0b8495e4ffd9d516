import { createTranslator } from 'use-intl/core';
import messages from '../../messages/en.json';

/** Words of the account page. */
export const accountWords = createTranslator({ locale: 'en', messages, namespace: 'account' });

const ROLES = ['provider', 'admin', 'team'] as const;

/** The person's groups as a list to read; empty for a customer. */
export function roleNames(groups: string[]): string {
  const names = ROLES.filter((role) => groups.includes(role)).map((role) =>
    accountWords(`roleNames.${role}`),
  );
  return new Intl.ListFormat('en').format(names);
}

const NOTICES = ['second-factor-on', 'second-factor-off'] as const;

/** The sentence for the account page's `?notice=…`. */
export function accountNotice(value: unknown): string | undefined {
  const notice = NOTICES.find((name) => name === value);
  return notice && accountWords(`notices.${notice}`);
}
