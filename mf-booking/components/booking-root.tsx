import type { SlotProps } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import { SitePaths } from '@marketplace/kit/ui/site-link';
import type { ReactNode } from 'react';

interface BookingRootProps {
  slot: SlotProps;
  words: Words;
  children: ReactNode;
}

/** What every exposed module of this slice stands in: its words, its formats, its stylesheet. */
export function BookingRoot({ slot, words, children }: BookingRootProps) {
  return (
    <WordsScope name="mf-booking" locale={slot.locale} words={words}>
      <SitePaths prefix={slot.pathPrefix}>{children}</SitePaths>
    </WordsScope>
  );
}
