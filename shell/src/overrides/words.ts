import { createTranslator } from 'use-intl/core';
import messages from '../../messages/slices.en.json';

/** Words of the page for the team, which is rendered on the server only. */
export const slicesWords = createTranslator({ locale: 'en', messages, namespace: 'page' });

const PROBLEMS = ['INVALID_INPUT', 'NO_SUCH_RELEASE', 'FOREIGN_ORIGIN', 'SESSION_ENDED'] as const;

/** A problem from the page's address, when it is one. */
export function parseOverrideProblem(value: unknown): (typeof PROBLEMS)[number] | undefined {
  return PROBLEMS.find((name) => name === value);
}
