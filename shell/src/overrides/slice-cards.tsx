'use client';

import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import type { SliceOnOffer } from './server/releases-on-offer';
import { SliceCard } from './slice-card';

interface SliceCardsProps {
  offers: SliceOnOffer[];
  /** BCP 47 locale of the market. */
  locale: string;
  words: Words;
}

/** A card for each slice. */
export function SliceCards({ offers, ...scope }: SliceCardsProps) {
  return (
    <WordsScope {...scope}>
      {offers.map((offer) => (
        <SliceCard key={offer.slice} {...offer} />
      ))}
    </WordsScope>
  );
}
