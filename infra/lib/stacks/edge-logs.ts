import {
  BootstraplessSynthesizer,
  type IStackSynthesizer,
  Stack,
  type StackProps,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { StageLogGroup } from '../constructs/stage-log-group';
import { bootstrapRole, EDGE_FUNCTIONS, namesOf } from '../names';

export interface EdgeLogsStackProps extends StackProps {
  config: StageConfig;
}

/**
 * What edge functions log in a region next to visitors: Lambda@Edge would make the groups itself, and never
 * empty them. Home's roles deploy it, as there is nothing to upload: the region needs no bootstrap.
 */
export class EdgeLogsStack extends Stack {
  constructor(scope: Construct, id: string, { config, ...props }: EdgeLogsStackProps) {
    const synthesizer = new BootstraplessSynthesizer({
      deployRoleArn: bootstrapRole(config, 'deploy', config.homeRegion),
      cloudFormationExecutionRoleArn: bootstrapRole(config, 'cfn-exec', config.homeRegion),
    });
    // The library's class misses its own interface under exactOptionalPropertyTypes.
    super(scope, id, { ...props, synthesizer: synthesizer as IStackSynthesizer });
    for (const [name, functionName] of Object.entries(EDGE_FUNCTIONS)) {
      new StageLogGroup(this, name, {
        logGroupName: namesOf(config).edgeLogs(functionName),
        config,
      });
    }
  }
}
