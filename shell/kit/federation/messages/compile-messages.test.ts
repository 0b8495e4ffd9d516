import compileMessages from '@marketplace/kit/federation/messages/compile-messages';
import { _createCache, _createIntlFormatters } from 'use-intl/core';
import formatMessage from 'use-intl/format-message/format-only';
import { expect, it } from 'vitest';

type Compiled = Parameters<typeof formatMessage>[1];
type Values = Parameters<typeof formatMessage>[2];

const cache = _createCache();
const options = { locale: 'en', cache, formatters: _createIntlFormatters(cache) };

/** What a page says that never saw the text, only what was compiled of it. */
function said(text: string, values: Values = {}) {
  const catalogue = JSON.stringify({ screen: { text } });
  const { screen } = JSON.parse(compileMessages(catalogue)) as { screen: { text: Compiled } };
  return formatMessage('screen.text', screen.text, values, options);
}

it.each([
  ["It's yours", {}, "It's yours"],
  ['Hello {name}', { name: 'Ada' }, 'Hello Ada'],
  ['{count, plural, one {# slot} other {# slots}} left', { count: 1 }, '1 slot left'],
  ['{count, plural, one {# slot} other {# slots}} left', { count: 1_200 }, '1,200 slots left'],
  ['{at, select, salon {At the salon} other {Anywhere}}', { at: 'salon' }, 'At the salon'],
  [
    'See <a>the {what}</a>',
    { a: (words: unknown) => `[${words}]`, what: 'rules' },
    'See [the rules]',
  ],
])('%s', (text, values, expected) => expect(said(text, values)).toBe(expected));
