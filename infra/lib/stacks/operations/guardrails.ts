import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { PermissionBoundary } from '../../constructs/governance/permission-boundary';

/** Deployed first: the boundary that every role of the other stacks carries. */
export class GuardrailsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { config: StageConfig }) {
    super(scope, id, props);
    new PermissionBoundary(this, 'Boundary', props.config);
  }
}
