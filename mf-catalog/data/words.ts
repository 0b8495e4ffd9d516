import { createTranslator } from 'use-intl/core';
import messages from '../messages/en.json';

/** The language of the only catalogue so far. */
export const LANGUAGE = 'en';

export { messages };

type Namespace = keyof typeof messages;

/** Words for what is outside of React: titles and descriptions that loaders answer. */
export function wordsOf(namespace: Namespace) {
  return createTranslator({ locale: LANGUAGE, messages, namespace });
}
