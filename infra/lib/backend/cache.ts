import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CacheConfig, StageConfig } from '../../config';
import { CacheNetwork } from '../constructs/cache/cache-network';
import { CacheUser } from '../constructs/cache/cache-user';
import { Valkey } from '../constructs/cache/valkey';
import type { KeyClass } from '../constructs/data/data-keys';
import { publishParameters, readParameter } from '../parameters';

/** The cache of the home region, and the network around it. A stage without one asks the table. */
export function addCache(scope: Construct, config: StageConfig, cache: CacheConfig): void {
  const key = (keyClass: KeyClass) =>
    Key.fromKeyArn(
      scope,
      `Key-${keyClass}`,
      readParameter(scope, config.stage, `keys/${keyClass}-arn`),
    );
  const network = new CacheNetwork(scope, 'Network', { config, telemetryKey: key('telemetry') });
  const user = new CacheUser(scope, 'User', { config, secretsKey: key('secrets') });
  const { url } = new Valkey(scope, 'Valkey', {
    ...{ cache, config, network },
    keyArn: key('data').keyArn,
    userGroupId: user.groupId,
  });
  publishParameters(scope, config.stage, {
    'cache/url': url,
    'secrets/cache-arn': user.secret.secretArn,
    'cache/subnet-ids': network.subnetIds.join(','),
    'cache/client-group-id': network.clients.securityGroupId,
  });
}
