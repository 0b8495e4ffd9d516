import { StripeFault } from '../../http/fault';

/** What happens when a test card is charged. */
export interface CardBehaviour {
  brand: 'visa' | 'mastercard' | 'amex';
  country: string;
  /** Ask the cardholder first (3-D Secure). */
  challenge?: true;
  decline?: Decline;
  /** The cardholder disputes the charge as soon as it has gone through. */
  dispute?: true;
}

export interface Decline {
  code: 'card_declined' | 'expired_card' | 'incorrect_cvc' | 'processing_error';
  declineCode?: string;
  message: string;
}

const GENERIC: Decline = {
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'Your card was declined.',
};
const NO_FUNDS: Decline = {
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  message: 'Your card has insufficient funds.',
};
const EXPIRED: Decline = { code: 'expired_card', message: 'Your card has expired.' };
const WRONG_CVC: Decline = {
  code: 'incorrect_cvc',
  message: "Your card's security code is incorrect.",
};
const PROCESSING: Decline = {
  code: 'processing_error',
  message: 'An error occurred while processing your card. Try again in a little bit.',
};
const LIVE_CARD: Decline = {
  code: 'card_declined',
  declineCode: 'test_mode_live_card',
  message:
    'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
};

const visa = (more: Omit<CardBehaviour, 'brand' | 'country'> = {}, country = 'US') =>
  ({ brand: 'visa', country, ...more }) satisfies CardBehaviour;

const CARDS: Record<string, CardBehaviour> = {
  '4242424242424242': visa(),
  '4000056655665556': visa(),
  '4000002760000016': visa({}, 'DE'),
  '5555555555554444': { brand: 'mastercard', country: 'US' },
  '378282246310005': { brand: 'amex', country: 'US' },
  '4000000000000002': visa({ decline: GENERIC }),
  '4000000000009995': visa({ decline: NO_FUNDS }),
  '4000000000000069': visa({ decline: EXPIRED }),
  '4000000000000127': visa({ decline: WRONG_CVC }),
  '4000000000000119': visa({ decline: PROCESSING }),
  '4000002760003184': visa({ challenge: true }, 'DE'),
  '4000002500003155': visa({ challenge: true }, 'DE'),
  '4000008260003178': visa({ challenge: true, decline: NO_FUNDS }, 'GB'),
  '4000000000000259': visa({ dispute: true }),
};

/** Stripe's ready-made test payment methods. */
export const TEST_METHODS: Record<string, string> = {
  pm_card_visa: '4242424242424242',
  pm_card_mastercard: '5555555555554444',
  pm_card_amex: '378282246310005',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_chargeDeclined: '4000000000000002',
  pm_card_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_authenticationRequired: '4000002760003184',
  pm_card_threeDSecure2Required: '4000002760003184',
  pm_card_createDispute: '4000000000000259',
};

export function behaviourOf(cardNumber: string): CardBehaviour {
  return CARDS[cardNumber] ?? visa({ decline: LIVE_CARD });
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function cardFault(code: string, message: string, param: string): StripeFault {
  return new StripeFault(402, { type: 'card_error', code, message, param });
}

export interface CardInput {
  number: string;
  expMonth: number;
  expYear: number;
  cvc: string | undefined;
}

/** What the card form would catch: number, expiry, security code. @throws StripeFault 402 */
export function checkCard(card: CardInput, nowSeconds: number): void {
  if (!/^\d{13,19}$/.test(card.number) || !passesLuhn(card.number)) {
    throw cardFault('incorrect_number', 'Your card number is incorrect.', 'number');
  }
  if (!(card.expMonth >= 1 && card.expMonth <= 12)) {
    throw cardFault(
      'invalid_expiry_month',
      "Your card's expiration month is invalid.",
      'exp_month',
    );
  }
  const now = new Date(nowSeconds * 1000);
  const monthsLeft =
    (card.expYear - now.getUTCFullYear()) * 12 + (card.expMonth - 1 - now.getUTCMonth());
  if (monthsLeft < 0 || card.expYear > now.getUTCFullYear() + 50) {
    throw cardFault('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  }
  if (card.cvc !== undefined && !/^\d{3,4}$/.test(card.cvc)) {
    throw cardFault('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  }
}
