import { StripeFault } from '../http/fault';
import { finishChallenge, hiddenReturnUrl } from '../intents/confirm';
import { setOnboarded } from '../objects/accounts';
import type { World } from '../world';
import { choicePage, messagePage } from './html';

/** What a page answers: HTML, or where to go next. */
export type PageAnswer = { html: string } | { location: string };

function withQuery(url: string, more: Record<string, string>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(more)) target.searchParams.set(name, value);
  return target.toString();
}

function challengedIntent(world: World, id: string, url: URL) {
  const intent = world.store.get('payment_intent', id);
  if (url.searchParams.get('client_secret') === intent.client_secret) return intent;
  throw new StripeFault(404, { type: 'invalid_request_error', message: 'No such challenge' });
}

/** The bank's question: is it really you? */
export function challengePage(world: World, id: string, url: URL): PageAnswer {
  const intent = challengedIntent(world, id, url);
  if (intent.status !== 'requires_action') {
    return { html: messagePage('Nothing to confirm', 'This payment does not wait for you.') };
  }
  return {
    html: choicePage({
      title: '3D Secure 2 Test Page',
      text: `Your bank asks you to confirm a payment of ${intent.amount} ${intent.currency.toUpperCase()} (minor units).`,
      action: `${url.pathname}${url.search}`,
      choices: [
        { value: 'complete', label: 'Complete authentication' },
        { value: 'fail', label: 'Fail authentication' },
      ],
    }),
  };
}

/** Takes the cardholder's answer and sends the browser back to the shop. */
export function answerChallenge(world: World, id: string, url: URL, outcome: string): PageAnswer {
  const intent = challengedIntent(world, id, url);
  try {
    finishChallenge(world, intent, outcome === 'complete');
  } catch (error) {
    const isDeclined = error instanceof StripeFault && error.status === 402;
    if (!isDeclined) throw error;
  }
  const isPaid = intent.status === 'succeeded' || intent.status === 'requires_capture';
  const returnUrl = world.store.reveal(hiddenReturnUrl(id));
  if (!returnUrl) {
    const title = isPaid ? 'Payment confirmed' : 'Authentication failed';
    return { html: messagePage(title, 'You can close this page.') };
  }
  return {
    location: withQuery(returnUrl, {
      payment_intent: id,
      payment_intent_client_secret: intent.client_secret ?? '',
      redirect_status: isPaid ? 'succeeded' : 'failed',
    }),
  };
}

/** Stripe's onboarding form, shortened to one decision. */
export function onboardingPage(world: World, id: string, url: URL): PageAnswer {
  const account = world.store.get('account', id);
  return {
    html: choicePage({
      title: 'Get paid with Stripe',
      text: account.charges_enabled
        ? 'This account can take payments.'
        : `Account ${id} (${account.country}) still has to give its business and bank details.`,
      action: `${url.pathname}${url.search}`,
      choices: [
        { value: 'complete', label: 'Fill in everything and submit' },
        { value: 'later', label: 'Save for later' },
      ],
    }),
  };
}

export function answerOnboarding(world: World, id: string, url: URL, outcome: string): PageAnswer {
  if (outcome === 'complete') setOnboarded(world, id, true);
  const returnUrl = url.searchParams.get('return_url');
  if (returnUrl && /^https?:\/\//.test(returnUrl)) return { location: returnUrl };
  return { html: messagePage('Saved', 'You can close this page.') };
}
