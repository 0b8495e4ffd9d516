import type { Intent, Payments } from '../../shared/payments';
import type { AccountStanding, Accounts } from '../onboarding/accounts';

/** A Stripe that remembers what it was asked, for one booking's payment. */
export function recordedPayments(intent: Omit<Intent, 'id' | 'clientSecret'>) {
  const calls: string[] = [];
  let status = intent.status;
  const current = (id: string): Intent => ({ ...intent, id, clientSecret: 'secret', status });
  const move = (name: string, to: string) => async (id: string) => {
    calls.push(name);
    if (status !== 'succeeded') status = to;
    return current(id);
  };
  const made = (name: string) => async () => {
    calls.push(name);
    return { id: `${name}_1` };
  };
  const payments: Payments = {
    createIntent: async () => current('pi_1'),
    readIntent: async (id) => current(id),
    repriceIntent: async () => undefined,
    cancelIntent: move('cancel', 'canceled'),
    captureIntent: move('capture', 'succeeded'),
    refund: made('refund'),
    reverseTransfer: made('reversal'),
    refundApplicationFee: made('fee-refund'),
    readAccount: async (id) => ({ id, chargesEnabled: true, payoutsEnabled: true }),
  };
  return { payments, calls };
}

/** Connected accounts that are opened incomplete and finished by the test. */
export function fakeAccounts() {
  const standings = new Map<string, AccountStanding>();
  const accounts: Accounts = {
    async create({ providerId }) {
      const id = `acct_${providerId}`;
      const incomplete = { chargesEnabled: false, payoutsEnabled: false, isIncomplete: true };
      standings.set(id, standings.get(id) ?? incomplete);
      return id;
    },
    async standing(id) {
      const standing = standings.get(id);
      if (!standing) throw new Error(`No account ${id}`);
      return standing;
    },
    onboardingPage: async (id, { done }) => `https://connect.test/${id}?return=${done}`,
  };
  return {
    accounts,
    finish(id: string) {
      standings.set(id, { chargesEnabled: true, payoutsEnabled: true, isIncomplete: false });
    },
  };
}
