import type { SlotProps } from '@marketplace/kit/slice';
import { displayLocale, SliceScope } from '@marketplace/kit/ui/scope';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import messages from '../messages/en.json';

/** What every exposed module of this slice stands in: its words, its formats, its stylesheet. */
export function PortalRoot({ slot, children }: { slot: SlotProps; children: ReactNode }) {
  return (
    <SliceScope name="mf-provider-portal" locale={slot.locale}>
      <IntlProvider locale={displayLocale(slot.locale)} messages={messages} timeZone="UTC">
        {children}
      </IntlProvider>
    </SliceScope>
  );
}
