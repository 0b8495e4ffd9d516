import type { SlotProps } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { displayLocale, SliceScope } from '@marketplace/kit/ui/scope';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';

interface BookingRootProps {
  slot: SlotProps;
  words: Words;
  children: ReactNode;
}

/** What every exposed module of this slice stands in: its words, its formats, its stylesheet. */
export function BookingRoot({ slot, words, children }: BookingRootProps) {
  const { language, messages } = words;
  return (
    <SliceScope name="mf-booking" locale={slot.locale} language={language}>
      <IntlProvider
        locale={displayLocale(slot.locale, language)}
        messages={messages}
        timeZone="UTC"
      >
        {children}
      </IntlProvider>
    </SliceScope>
  );
}
