import { createTranslator } from 'use-intl/core';
import { languageOf, MARKETS, type MarketCode } from '../../domain/markets';
import type { IdentityContext } from '../context';
import type { IdentityAnswer } from '../contract';
import de from '../mail/de.json';
import en from '../mail/en.json';
import es from '../mail/es.json';
import fr from '../mail/fr.json';

const CATALOGUES = { en, de, fr, es };

/**
 * Tells the owner of an address that somebody tried to open a second account with it. The page says
 * the same to everybody, so that it does not tell strangers who has an account.
 */
export async function tellOwner(
  { mailer, publicOrigin }: Pick<IdentityContext, 'mailer' | 'publicOrigin'>,
  { email, market }: { email: string; market: MarketCode },
): Promise<IdentityAnswer> {
  const locale = languageOf(MARKETS[market].locale);
  const t = createTranslator({ locale, messages: CATALOGUES[locale] });
  const text = t('body', {
    signInUrl: `${publicOrigin}/auth/sign-in`,
    forgotUrl: `${publicOrigin}/auth/forgot`,
  });
  await mailer.send({ to: email, subject: t('subject'), text, html: `<p>${text}</p>` });
  return { outcome: 'done' };
}
