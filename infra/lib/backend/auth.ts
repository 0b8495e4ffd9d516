import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { Identity } from '../constructs/identity/identity';
import {
  IdentityTriggers,
  type IdentityTriggersProps,
} from '../constructs/identity/identity-triggers';
import { namesOf } from '../names';
import { publishParameters } from '../parameters';

/** The accounts, and what their pool asks on its way. */
export function addAuth(scope: Construct, props: Omit<IdentityTriggersProps, 'pool'>) {
  const { stage, protectData, mail } = props.config;
  const { pool, client } = new Identity(scope, 'Identity', {
    poolName: `marketplace-${stage}`,
    protectData,
    ...(mail.isVerified && { email: mailFrom(props.config) }),
  });
  new IdentityTriggers(scope, 'IdentityTriggers', { ...props, pool });
  publishParameters(scope, stage, {
    'identity/user-pool-id': pool.userPoolId,
    'identity/user-pool-client-id': client.userPoolClientId,
  });
  return { pool, client };
}

/** The pool's mails leave as the services' do: by the verified domain and its configuration set. */
function mailFrom(config: StageConfig): UserPoolEmail {
  const { mail, homeRegion } = config;
  return UserPoolEmail.withSES({
    fromEmail: mail.from,
    sesRegion: homeRegion,
    sesVerifiedDomain: mail.domain,
    configurationSetName: namesOf(config).configurationSet,
  });
}
