import { Tags } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  FlowLogTrafficType,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  IpAddresses,
  type IVpc,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { ASSET_PREFIXES, namesOf, SLICE_PREFIXES, TABLE_NAME } from '../../names';
import { StageLogGroup } from '../stage-log-group';

const ZONES = ['a', 'b'];
const VALKEY_PORT = 6379;

/** What the library would name after its place in the app. */
const NAMED_BY_PATH = ['AWS::EC2::Subnet', 'AWS::EC2::RouteTable', 'AWS::EC2::FlowLog'];

/**
 * The network of the cache and of the few functions that use it. It has no way to the internet and no
 * gateway that costs by the hour: table and buckets are reached through gateways that are free, secrets
 * through the one endpoint that is paid for. Whoever needs more stays outside.
 */
export class CacheNetwork extends Construct {
  readonly vpc: Vpc;
  /** Of functions that ask the cache. */
  readonly clients: SecurityGroup;
  /** Of the cache itself. */
  readonly servers: SecurityGroup;

  constructor(
    scope: Construct,
    id: string,
    { config, telemetryKey }: { config: StageConfig; telemetryKey: IKey },
  ) {
    super(scope, id);
    const name = `marketplace-${config.stage}-cache`;
    Tags.of(this).add('Name', name, { includeResourceTypes: NAMED_BY_PATH, priority: 200 });
    this.vpc = new Vpc(this, 'Vpc', {
      vpcName: name,
      ipAddresses: IpAddresses.cidr('10.40.0.0/20'),
      availabilityZones: ZONES.map((zone) => `${config.homeRegion}${zone}`),
      natGateways: 0,
      subnetConfiguration: [
        { name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 23 },
      ],
      // Nothing is in it; closing it would take a function of its own.
      restrictDefaultSecurityGroup: false,
    });
    this.clients = this.#group('Clients', 'Functions that ask the cache');
    this.servers = this.#group('Servers', 'The cache');
    this.servers.addIngressRule(this.clients, Port.tcp(VALKEY_PORT), 'Questions of functions');
    this.clients.addEgressRule(this.servers, Port.tcp(VALKEY_PORT), 'Questions to the cache');
    this.#reachTable(config);
    this.#reachBuckets(config);
    this.#reachSecrets();
    this.#logRefusals(config, telemetryKey);
  }

  get subnetIds(): string[] {
    return this.vpc.isolatedSubnets.map(({ subnetId }) => subnetId);
  }

  #group(id: string, description: string): SecurityGroup {
    // The library's class misses its own interface under exactOptionalPropertyTypes.
    const vpc = this.vpc as IVpc;
    return new SecurityGroup(this, id, { vpc, description, allowAllOutbound: false });
  }

  #reachTable({ homeRegion, account }: StageConfig): void {
    const table = `arn:aws:dynamodb:${homeRegion}:${account}:table/${TABLE_NAME}`;
    this.#gateway('Table', GatewayVpcEndpointAwsService.DYNAMODB, [
      {
        actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
        resources: [table, `${table}/index/*`],
      },
    ]);
  }

  #reachBuckets(config: StageConfig): void {
    const assets = `arn:aws:s3:::${namesOf(config).assetsBucket}`;
    const slices = `arn:aws:s3:::${namesOf(config).slicesBucket}`;
    this.#gateway('Buckets', GatewayVpcEndpointAwsService.S3, [
      {
        actions: ['s3:GetObject'],
        resources: [`${assets}/${ASSET_PREFIXES.search}*`, `${slices}/${SLICE_PREFIXES.browser}*`],
      },
      { actions: ['s3:ListBucket'], resources: [assets, slices] },
    ]);
  }

  #gateway(
    id: string,
    service: GatewayVpcEndpointAwsService,
    allowed: { actions: string[]; resources: string[] }[],
  ): void {
    const endpoint = this.vpc.addGatewayEndpoint(id, { service });
    for (const statement of allowed) {
      endpoint.addToPolicy(new PolicyStatement({ principals: [new AnyPrincipal()], ...statement }));
    }
  }

  #reachSecrets(): void {
    const endpoints = this.#group('Endpoints', 'The door to Secrets Manager');
    endpoints.addIngressRule(this.clients, Port.tcp(443), 'Functions read the password');
    // Gateways are reached by address, so that a rule can name no group for them; nothing else is routed.
    this.clients.connections.allowToAnyIpv4(Port.tcp(443), 'Table, buckets and secrets');
    this.vpc.addInterfaceEndpoint('Secrets', {
      service: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
      securityGroups: [endpoints],
      open: false,
    });
  }

  #logRefusals(config: StageConfig, encryptionKey: IKey): void {
    const logGroup = new StageLogGroup(this, 'FlowLogs', {
      logGroupName: `/aws/vpc/marketplace-${config.stage}-cache`,
      config,
      encryptionKey,
    });
    const role = new Role(this, 'FlowLogsRole', {
      assumedBy: new ServicePrincipal('vpc-flow-logs.amazonaws.com'),
      description: 'Writes down which traffic was refused',
    });
    this.vpc.addFlowLog('Refused', {
      destination: FlowLogDestination.toCloudWatchLogs(logGroup, role),
      trafficType: FlowLogTrafficType.REJECT,
    });
  }
}
