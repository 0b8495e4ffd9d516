import type { Construct } from 'constructs';
import { Identity } from '../constructs/identity/identity';
import {
  IdentityTriggers,
  type IdentityTriggersProps,
} from '../constructs/identity/identity-triggers';
import { publishParameters } from '../parameters';

/** The accounts, and what their pool asks on its way. */
export function addAuth(scope: Construct, props: Omit<IdentityTriggersProps, 'pool'>) {
  const { stage, protectData } = props.config;
  const { pool, client } = new Identity(scope, 'Identity', {
    poolName: `marketplace-${stage}`,
    protectData,
  });
  new IdentityTriggers(scope, 'IdentityTriggers', { ...props, pool });
  publishParameters(scope, stage, {
    'identity/user-pool-id': pool.userPoolId,
    'identity/user-pool-client-id': client.userPoolClientId,
  });
  return { pool, client };
}
