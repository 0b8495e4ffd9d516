import type { MarketCode } from './countries';

/** BCP 47 locale of each market; on its own, since the edge needs no more of a market to speak its language. */
export const LOCALES: Record<MarketCode, string> = {
  us: 'en-US',
  gb: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  ch: 'de-CH',
  jp: 'ja-JP',
  au: 'en-AU',
  ca: 'en-CA',
  br: 'pt-BR',
  in: 'en-IN',
  row: 'en',
};
