import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { type MarketTable, written } from '../../table';
import { DEMO_PROVIDER_ID } from '../demo-provider';
import { enrolSecondFactor } from './second-factor';

const PASSWORD = 'Demo-Pass-1!';

interface DemoAccount {
  email: string;
  name: string;
  group?: 'provider' | 'admin' | 'team';
  providerId?: string;
}

const ACCOUNTS = {
  customer: { email: 'customer@demo.test', name: 'Robin Keller' },
  provider: {
    email: 'provider@demo.test',
    name: 'Mara Juniper',
    group: 'provider',
    providerId: DEMO_PROVIDER_ID,
  },
  admin: { email: 'admin@demo.test', name: 'Alex Operator', group: 'admin' },
  team: { email: 'team@demo.test', name: 'Jona Slice', group: 'team' },
} as const satisfies Record<string, DemoAccount>;

/** Groups whose claims a token names only with a second factor. */
const NEED_SECOND_FACTOR: readonly (string | undefined)[] = ['admin', 'team'];

/** Makes the demo accounts, and answers the ids of their users. */
export async function demoAccounts(
  cognito: CognitoIdentityProviderClient,
  pool: { userPoolId: string; userPoolClientId: string },
  table: MarketTable,
  now: Date,
): Promise<Record<keyof typeof ACCOUNTS, string>> {
  const make = async (account: DemoAccount) => {
    const userId = await signUp(cognito, pool.userPoolId, account);
    const { email, name, providerId } = account;
    const profile = { userId, email, name, createdAt: now.toISOString() };
    await written(table.user.create({ ...profile, ...(providerId && { providerId }) }).go());
    if (NEED_SECOND_FACTOR.includes(account.group)) {
      await enrolSecondFactor(cognito, pool, { email, password: PASSWORD });
    }
    return userId;
  };
  return {
    customer: await make(ACCOUNTS.customer),
    provider: await make(ACCOUNTS.provider),
    admin: await make(ACCOUNTS.admin),
    team: await make(ACCOUNTS.team),
  };
}

/** A confirmed user with the demo password, whether it existed or not. */
async function signUp(
  cognito: CognitoIdentityProviderClient,
  UserPoolId: string,
  { email, name, group }: DemoAccount,
): Promise<string> {
  const user = { UserPoolId, Username: email };
  const attributes = { email, name, email_verified: 'true' };
  await cognito
    .send(
      new AdminCreateUserCommand({
        ...user,
        MessageAction: 'SUPPRESS',
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof UsernameExistsException)) throw error;
    });
  const password = { Password: PASSWORD, Permanent: true };
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, ...password }));
  if (group) await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: group }));
  const { UserAttributes = [] } = await cognito.send(new AdminGetUserCommand(user));
  const sub = UserAttributes.find(({ Name }) => Name === 'sub')?.Value;
  if (!sub) throw new Error(`The user pool gave ${email} no id`);
  return sub;
}
