import { Fn } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { namesOf } from '../../names';
import { readParameter } from '../../parameters';
import type { Platform } from '../platform';

/** What Lambda does in the network on behalf of a function; it asks for these rights on everything. */
export const NETWORK_INTERFACES = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/** Whether the stage and region of the platform have a cache: it is at home only, where changes are reported. */
export const hasCache = ({ config }: Platform): boolean =>
  config.cache !== undefined && config.servesFrom === undefined;

/**
 * Lets a function ask the cache, if there is one. From then on it is in the cache's network and reaches
 * nothing but the cache, the table, the buckets and Secrets Manager.
 */
export function grantCache(fn: LambdaFunction, platform: Platform): void {
  if (!hasCache(platform)) return;
  const { config } = platform;
  const read = (name: Parameters<typeof readParameter>[2]) => readParameter(fn, config.stage, name);
  const { defaultChild } = fn.node;
  (defaultChild as CfnFunction).vpcConfig = {
    subnetIds: Fn.split(',', read('cache/subnet-ids')),
    securityGroupIds: [read('cache/client-group-id')],
  };
  fn.addEnvironment('CACHE_URL', read('cache/url'));
  fn.addEnvironment('CACHE_SECRET_ID', namesOf(config).cacheSecret);
  platform.grantSecret(fn, 'cache');
  fn.addToRolePolicy(new PolicyStatement({ actions: NETWORK_INTERFACES, resources: ['*'] }));
}
