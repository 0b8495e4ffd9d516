import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { ShellHosting } from '../constructs/shell-hosting';
import { publishParameters } from '../parameters';

/** Where the shell runs. */
export class ShellHostingStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { config: StageConfig }) {
    super(scope, id, props);
    const shell = new ShellHosting(this, 'Shell', props.config);
    publishParameters(this, props.config.stage, {
      'shell/app-id': shell.appId,
      'shell/host': shell.host,
    });
  }
}
