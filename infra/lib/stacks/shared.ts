import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import type { Artifacts } from '../artifacts';
import { addAuth } from '../backend/auth';
import { addData } from '../backend/data';
import { addGateway } from '../backend/gateway';
import { addSecrets } from '../backend/secrets';
import { addStorage } from '../backend/storage';
import { Mail } from '../constructs/mail';
import { namesOf } from '../names';

export interface SharedStackProps extends StackProps {
  config: StageConfig;
  artifacts: Artifacts;
}

/** What all slices stand on: table, accounts, buckets, secrets, mail. */
export class SharedStack extends Stack {
  constructor(scope: Construct, id: string, props: SharedStackProps) {
    super(scope, id, props);
    const { artifacts, config } = props;
    const { keys, table } = addData(this, config);
    addAuth(this, { config, artifacts, keys, table });
    addStorage(this, config, keys.files);
    addSecrets(this, { config, artifacts, keys });
    new Mail(this, 'Mail', {
      domain: config.mail.domain,
      configurationSet: namesOf(config).configurationSet,
    });
    addGateway(this, config, keys.telemetry);
  }
}
