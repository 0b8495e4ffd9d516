import type { AccountStanding, Accounts } from '../onboarding/accounts';

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
