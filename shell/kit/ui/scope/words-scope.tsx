import { displayLocale } from '@marketplace/services/domain/markets';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import type { Words } from '../../slice/words';
import { SliceScope } from './slice-scope';

export interface WordsScopeProps {
  /** Name of the slice, e.g. `mf-catalog`; left out by the shell. */
  name?: string;
  /** BCP 47 locale of the market, as in the slot's props. */
  locale: string;
  words: Words;
  children: ReactNode;
}

/** What a slice's screens stand in: their texts, the market's formats, the slice's stylesheet. */
export function WordsScope({ words, children, ...scope }: WordsScopeProps) {
  const { language, messages } = words;
  return (
    <SliceScope {...scope} language={language}>
      <IntlProvider
        locale={displayLocale(scope.locale, language)}
        messages={messages}
        timeZone="UTC"
      >
        {children}
      </IntlProvider>
    </SliceScope>
  );
}
