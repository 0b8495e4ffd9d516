import { createTranslator } from 'use-intl/core';
import type { IdentityContext } from '../context';
import type { IdentityAnswer } from '../contract';
import messages from '../mail/en.json';

/**
 * Tells the owner of an address that somebody tried to open a second account with it. The page says
 * the same to everybody, so that it does not tell strangers who has an account.
 */
export async function tellOwner(
  { mailer, publicOrigin }: Pick<IdentityContext, 'mailer' | 'publicOrigin'>,
  { email }: { email: string },
): Promise<IdentityAnswer> {
  const t = createTranslator({ locale: 'en', messages });
  const text = t('body', {
    signInUrl: `${publicOrigin}/auth/sign-in`,
    forgotUrl: `${publicOrigin}/auth/forgot`,
  });
  await mailer.send({ to: email, subject: t('subject'), text, html: `<p>${text}</p>` });
  return { outcome: 'done' };
}
