import type { BucketSpec, CloudAssembly, HostedAppSpec, QueueSpec } from '../types';
import type { Values } from './values';
import { read } from './values';

export function readQueues(assembly: CloudAssembly): QueueSpec[] {
  return assembly
    .resources('AWS::SQS::Queue')
    .map(({ name, arn, physicalId }) => ({ name, arn, url: physicalId }));
}

export function readBuckets(assembly: CloudAssembly): BucketSpec[] {
  return assembly.resources('AWS::S3::Bucket').map((resource) => ({
    name: resource.name,
    region: resource.region,
    versioned:
      read(resource).object('VersioningConfiguration').optionalText('Status') === 'Enabled',
  }));
}

/** Apps hosted by Amplify with what their branches add to the environment. */
export function readHostedApps(assembly: CloudAssembly): HostedAppSpec[] {
  return assembly.resources('AWS::Amplify::App').map((resource) => {
    const branches = assembly
      .resources('AWS::Amplify::Branch')
      .filter((branch) => read(branch).text('AppId') === resource.physicalId);
    return {
      id: resource.physicalId,
      name: read(resource).text('Name'),
      environment: Object.assign(
        {},
        ...[resource, ...branches].map((owner) => readVariables(read(owner))),
      ) as Record<string, string>,
    };
  });
}

function readVariables(owner: Values): Record<string, string> {
  return Object.fromEntries(
    owner
      .objects('EnvironmentVariables')
      .map((variable) => [variable.text('Name'), variable.text('Value')]),
  );
}
