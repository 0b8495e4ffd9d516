import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import type { Artifacts } from '../artifacts';
import { AmplifyHosting } from '../constructs/hosting/amplify-hosting';
import { LambdaHosting } from '../constructs/hosting/lambda-hosting';
import type { SliceHosting } from '../constructs/hosting/slice-hosting';
import { publishParameters } from '../parameters';

interface ShellHostingStackProps extends StackProps {
  config: StageConfig;
  artifacts: Artifacts;
}

/** Where the shell runs; the stage's configuration says which of two ways. */
export class ShellHostingStack extends Stack {
  constructor(scope: Construct, id: string, props: ShellHostingStackProps) {
    super(scope, id, props);
    const shell: SliceHosting =
      props.config.hosting === 'amplify'
        ? new AmplifyHosting(this, 'Shell', props.config)
        : new LambdaHosting(this, 'Shell', props);
    publishParameters(this, props.config.stage, {
      'shell/app-id': shell.appId,
      'shell/host': shell.host,
    });
  }
}
