import { languageOfMarket } from '../../../domain/markets';
import { letterHtml } from '../../../shared/mail';
import { speak } from '../../mail/speak';

/** Why the pool mails a code → what the mail says. */
const TOPICS = {
  CustomMessage_SignUp: 'signUp',
  CustomMessage_ResendCode: 'signUp',
  CustomMessage_ForgotPassword: 'forgot',
} as const;

interface CodeMail {
  emailSubject: string;
  emailMessage: string;
}

/**
 * The mail that carries a code, in the language of the market in which it was asked for; nothing for
 * mails that nobody here asks for. `code` is what the pool will put the code in the place of.
 *
 * Anybody can sign up with the pool directly, for any address. So nothing of what the request brings
 * is in the mail, no name either: it picks one of our own texts.
 */
export function codeMail(
  source: string,
  { code, market }: { code: string; market: string | undefined },
): CodeMail | undefined {
  if (!isKnown(source)) return undefined;
  const language = languageOfMarket(market);
  const t = speak(language);
  const topic = TOPICS[source];
  const subject = t(`${topic}.subject`);
  const letter = { language, subject, title: subject, lead: t(`${topic}.lead`), code };
  return { emailSubject: subject, emailMessage: letterHtml(letter) };
}

function isKnown(source: string): source is keyof typeof TOPICS {
  return Object.hasOwn(TOPICS, source);
}
