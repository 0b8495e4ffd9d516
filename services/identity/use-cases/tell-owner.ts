import { languageOfMarket, type MarketCode } from '../../domain/markets';
import { letterHtml, letterText } from '../../shared/mail';
import type { IdentityContext } from '../context';
import type { IdentityAnswer } from '../contract';
import { speak } from '../mail/speak';

/**
 * Tells the owner of an address that somebody tried to open a second account with it. The page says
 * the same to everybody, so that it does not tell strangers who has an account.
 */
export async function tellOwner(
  { mailer, publicOrigin }: Pick<IdentityContext, 'mailer' | 'publicOrigin'>,
  { email, market }: { email: string; market: MarketCode },
): Promise<IdentityAnswer> {
  const language = languageOfMarket(market);
  const t = speak(language);
  const subject = t('owner.subject');
  const lead = t('owner.body', {
    signInUrl: `${publicOrigin}/auth/sign-in`,
    forgotUrl: `${publicOrigin}/auth/forgot`,
  });
  const letter = { language, subject, title: subject, lead };
  await mailer.send({ to: email, subject, text: letterText(letter), html: letterHtml(letter) });
  return { outcome: 'done' };
}
