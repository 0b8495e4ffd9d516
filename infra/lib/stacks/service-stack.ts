import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import type { Artifacts } from '../artifacts';
import { Platform } from '../constructs/platform';

export interface ServiceStackProps extends StackProps {
  config: StageConfig;
  artifacts: Artifacts;
}

/** A stack of one slice's services in the home region, on what the shared stack offers. */
export class ServiceStack extends Stack {
  protected readonly platform: Platform;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.platform = new Platform(this, 'Platform', props.config);
  }
}
