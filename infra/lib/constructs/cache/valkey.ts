import {
  CfnReplicationGroup,
  CfnServerlessCache,
  CfnSubnetGroup,
} from 'aws-cdk-lib/aws-elasticache';
import { Construct } from 'constructs';
import type { CacheConfig, StageConfig } from '../../../config';
import type { CacheNetwork } from './cache-network';

export interface ValkeyProps {
  config: StageConfig;
  cache: CacheConfig;
  network: CacheNetwork;
  keyArn: string;
  userGroupId: string;
}

/** A cluster of Valkey, by the hour or by what is asked of it; clients see no difference. */
export class Valkey extends Construct {
  /** `rediss://host:port`. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ValkeyProps) {
    super(scope, id);
    const { host, port } =
      props.cache.kind === 'serverless'
        ? this.#serverless(props, props.cache)
        : this.#nodes(props, props.cache);
    this.url = `rediss://${host}:${port}`;
  }

  #serverless(
    { config, network, keyArn, userGroupId }: ValkeyProps,
    { maxDataGb, maxEcpuPerSecond }: Extract<CacheConfig, { kind: 'serverless' }>,
  ) {
    const cache = new CfnServerlessCache(this, 'Serverless', {
      serverlessCacheName: nameOf(config),
      description: DESCRIPTION,
      engine: 'valkey',
      majorEngineVersion: '8',
      cacheUsageLimits: {
        dataStorage: { maximum: maxDataGb, unit: 'GB' },
        ecpuPerSecond: { maximum: maxEcpuPerSecond },
      },
      kmsKeyId: keyArn,
      securityGroupIds: [network.servers.securityGroupId],
      subnetIds: network.subnetIds,
      userGroupId,
    });
    return { host: cache.attrEndpointAddress, port: cache.attrEndpointPort };
  }

  #nodes(
    { config, network, keyArn, userGroupId }: ValkeyProps,
    { nodeType, replicas }: Extract<CacheConfig, { kind: 'nodes' }>,
  ) {
    const subnets = new CfnSubnetGroup(this, 'Subnets', {
      cacheSubnetGroupName: nameOf(config),
      description: DESCRIPTION,
      subnetIds: network.subnetIds,
    });
    const group = new CfnReplicationGroup(this, 'Nodes', {
      replicationGroupId: nameOf(config),
      replicationGroupDescription: DESCRIPTION,
      engine: 'valkey',
      engineVersion: '8.0',
      cacheParameterGroupName: 'default.valkey8.cluster.on',
      cacheNodeType: nodeType,
      numNodeGroups: 1,
      replicasPerNodeGroup: replicas,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      autoMinorVersionUpgrade: true,
      atRestEncryptionEnabled: true,
      kmsKeyId: keyArn,
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      securityGroupIds: [network.servers.securityGroupId],
      cacheSubnetGroupName: subnets.ref,
      userGroupIds: [userGroupId],
    });
    return {
      host: group.attrConfigurationEndPointAddress,
      port: group.attrConfigurationEndPointPort,
    };
  }
}

const DESCRIPTION = 'Answers kept beside the table';
const nameOf = ({ stage }: StageConfig) => `marketplace-${stage}`;
