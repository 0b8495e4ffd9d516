import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { StageName } from '../config';

/** What stacks tell each other; parameters instead of exports, so that each stack deploys alone. */
export type ParameterName =
  | 'table/stream-arn'
  | `keys/${'data' | 'files' | 'secrets' | 'telemetry'}-arn`
  | 'api-firewall-arn'
  | 'identity/user-pool-id'
  | 'identity/user-pool-client-id'
  | 'secrets/stripe-arn'
  | 'secrets/cache-arn'
  | 'secrets/link-signing-arn'
  | 'secrets/override-signing-arn'
  | `cache/${'url' | 'subnet-ids' | 'client-group-id'}`
  | `${'catalog' | 'booking' | 'provider' | 'payments'}/api-${'url' | 'host'}`
  | 'shell/app-id'
  | 'shell/host'
  | 'edge/releases-kvs-arn'
  | 'edge/distribution-id'
  | 'edge/distribution-host';

const pathOf = (stage: StageName, name: ParameterName) => `/marketplace/${stage}/${name}`;

/** Publishes values under `/marketplace/<stage>/…` in the stack's own region. */
export function publishParameters(
  scope: Construct,
  stage: StageName,
  values: Partial<Record<ParameterName, string>>,
): void {
  for (const [name, stringValue] of Object.entries(values)) {
    new StringParameter(scope, `Parameter-${name.replace('/', '-')}`, {
      parameterName: pathOf(stage, name as ParameterName),
      stringValue,
    });
  }
}

/** Reads a value that another stack of the same region published; resolved at deployment. */
export const readParameter = (scope: Construct, stage: StageName, name: ParameterName): string =>
  StringParameter.valueForStringParameter(scope, pathOf(stage, name));
