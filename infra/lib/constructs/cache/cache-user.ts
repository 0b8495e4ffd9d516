import { CACHE_ACCESS } from '@marketplace/services/shared/contract';
import { CfnUser, CfnUserGroup } from 'aws-cdk-lib/aws-elasticache';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { namesOf } from '../../names';

/** Whom the cache lets in: one user with the few rights that functions need, and nobody by default. */
export class CacheUser extends Construct {
  readonly secret: Secret;
  readonly groupId: string;

  constructor(
    scope: Construct,
    id: string,
    { config, secretsKey }: { config: StageConfig; secretsKey: IKey },
  ) {
    super(scope, id);
    const name = `marketplace-${config.stage}`;
    this.secret = new Secret(this, 'Secret', {
      secretName: namesOf(config).cacheSecret,
      encryptionKey: secretsKey,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: name }),
        generateStringKey: 'password',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    const user = new CfnUser(this, 'User', {
      engine: 'valkey',
      userId: name,
      userName: name,
      accessString: `on ${CACHE_ACCESS}`,
      noPasswordRequired: false,
      passwords: [this.secret.secretValueFromJson('password').unsafeUnwrap()],
    });
    const group = new CfnUserGroup(this, 'Users', {
      engine: 'valkey',
      userGroupId: name,
      userIds: [user.ref],
    });
    this.groupId = group.ref;
  }
}
