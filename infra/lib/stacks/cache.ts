import { Stack, type StackProps } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CacheConfig, StageConfig } from '../../config';
import { CacheNetwork } from '../constructs/cache/cache-network';
import { CacheUser } from '../constructs/cache/cache-user';
import { Valkey } from '../constructs/cache/valkey';
import type { KeyClass } from '../constructs/data/data-keys';
import { publishParameters, readParameter } from '../parameters';

interface CacheStackProps extends StackProps {
  config: StageConfig;
  cache: CacheConfig;
}

/** The cache of the home region, and the network around it. A stage without one asks the table. */
export class CacheStack extends Stack {
  constructor(scope: Construct, id: string, props: CacheStackProps) {
    super(scope, id, props);
    const { cache, config } = props;
    const key = (keyClass: KeyClass) =>
      Key.fromKeyArn(
        this,
        `Key-${keyClass}`,
        readParameter(this, config.stage, `keys/${keyClass}-arn`),
      );
    const network = new CacheNetwork(this, 'Network', { config, telemetryKey: key('telemetry') });
    const user = new CacheUser(this, 'User', { config, secretsKey: key('secrets') });
    const { url } = new Valkey(this, 'Valkey', {
      ...{ cache, config, network },
      keyArn: key('data').keyArn,
      userGroupId: user.groupId,
    });
    publishParameters(this, config.stage, {
      'cache/url': url,
      'secrets/cache-arn': user.secret.secretArn,
      'cache/subnet-ids': network.subnetIds.join(','),
      'cache/client-group-id': network.clients.securityGroupId,
    });
  }
}
