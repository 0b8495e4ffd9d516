import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import type { Artifacts } from '../artifacts';
import type { Service } from '../backend/services/service';
import { Platform } from '../constructs/platform';

export interface ServiceStackProps extends StackProps {
  config: StageConfig;
  artifacts: Artifacts;
  /** What the stack holds. */
  service: Service;
}

/** A stack of one team's services, on what the region's shared stack offers. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const platform = new Platform(this, 'Platform', props.config);
    props.service(this, { platform, artifacts: props.artifacts });
  }
}
