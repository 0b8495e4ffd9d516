import type { SlotProps } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import type { ReactNode } from 'react';

interface PortalRootProps {
  slot: SlotProps;
  words: Words;
  children: ReactNode;
}

/** What every exposed module of this slice stands in: its words, its formats, its stylesheet. */
export function PortalRoot({ slot, words, children }: PortalRootProps) {
  return (
    <WordsScope name="mf-provider-portal" locale={slot.locale} words={words}>
      {children}
    </WordsScope>
  );
}
