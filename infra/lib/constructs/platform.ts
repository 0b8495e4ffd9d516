import { ArnFormat, Stack } from 'aws-cdk-lib';
import { type ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { NEAR_PREFIX, namesOf, SLICE_PREFIXES, TABLE_NAME } from '../names';
import { readParameter } from '../parameters';
import type { KeyClass } from './data/data-keys';
import type { TableIndex } from './market-table';

const READ = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const WRITE = [
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
];

type ObjectAction = 's3:GetObject' | 's3:PutObject';

/** What the shared stack offers, as the stack of a slice sees it; every grant names the actions it gives. */
export class Platform extends Construct {
  readonly userPoolId: string;
  readonly userPoolClientId: string;
  readonly config: StageConfig;
  readonly #stack: Stack;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.config = config;
    this.#stack = Stack.of(this);
    this.userPoolId = readParameter(this, config.stage, 'identity/user-pool-id');
    this.userPoolClientId = readParameter(this, config.stage, 'identity/user-pool-client-id');
  }

  /** The variables that every service parses at its start. */
  get environment(): Record<string, string> {
    const { config } = this;
    const names = namesOf(config);
    return {
      STAGE: config.stage,
      PUBLIC_ORIGIN: config.publicOrigin,
      DYNAMODB_TABLE_NAME: TABLE_NAME,
      S3_BUCKET_NAME: names.assetsBucket,
      SNAPSHOTS_BUCKET_NAME: names.snapshotsBucket,
      ...(config.replicas.length > 0 && { HOME_REGION: config.homeRegion }),
      ...(config.distributionId && { DISTRIBUTION_ID: config.distributionId }),
      USER_POOL_ID: this.userPoolId,
      USER_POOL_CLIENT_ID: this.userPoolClientId,
      MAIL_FROM: config.mail.from,
      STRIPE_SECRET_ID: names.stripeSecret,
      LINK_SECRET_ID: names.linkSigningSecret,
      ...(config.stripe.apiOrigin && { STRIPE_API_ORIGIN: config.stripe.apiOrigin }),
    };
  }

  /** The key of a class of data, for what is to be encrypted with it. */
  key(keyClass: KeyClass): IKey {
    const id = `Key-${keyClass}`;
    const known = this.node.tryFindChild(id) as IKey | undefined;
    return (
      known ??
      Key.fromKeyArn(this, id, readParameter(this, this.config.stage, `keys/${keyClass}-arn`))
    );
  }

  /** The table as the source of a stream. */
  streamedTable(): ITableV2 {
    return TableV2.fromTableAttributes(this, 'Table', {
      tableName: TABLE_NAME,
      tableStreamArn: readParameter(this, this.config.stage, 'table/stream-arn'),
      encryptionKey: this.key('data'),
    });
  }

  /** Reads of single items, and queries of the table and of the indexes named. */
  grantTableRead(fn: LambdaFunction, ...indexes: TableIndex[]): void {
    this.#grantTable(fn, READ, indexes);
  }

  /** Puts of items, for who only hands something over. */
  grantTablePut(fn: LambdaFunction): void {
    this.#grantTable(fn, ['dynamodb:PutItem'], []);
  }

  /**
   * As `grantTableRead`, and writes of items; transactions need nothing beyond these. Only the home region
   * writes: two writers could sell one slot twice.
   */
  grantTableReadWrite(fn: LambdaFunction, ...indexes: TableIndex[]): void {
    this.#grantTable(fn, this.config.servesFrom ? READ : [...READ, ...WRITE], indexes);
  }

  /** Objects of the assets bucket below a prefix. */
  grantAssets(fn: LambdaFunction, prefix: string, actions: ObjectAction[]): void {
    this.#grantObjects(fn, namesOf(this.config).assetsBucket, prefix, actions);
    this.#grantKey(fn, 'files', ['kms:Decrypt', 'kms:GenerateDataKey'], 's3');
  }

  /** The snapshots that the edge reads; they lie in its region. */
  grantSnapshots(fn: LambdaFunction): void {
    const actions: ObjectAction[] = ['s3:GetObject', 's3:PutObject'];
    this.#grantObjects(fn, namesOf(this.config).snapshotsBucket, NEAR_PREFIX, actions);
  }

  /** Public files of the slices' releases, to know whether a release exists. */
  grantReleases(fn: LambdaFunction): void {
    const { slicesBucket } = namesOf(this.config);
    fn.addEnvironment('SLICES_BUCKET_NAME', slicesBucket);
    this.#grantObjects(fn, slicesBucket, SLICE_PREFIXES.browser, ['s3:GetObject']);
  }

  /** Makes the edge forget pages; there are none before the distribution is known. */
  grantInvalidation(fn: LambdaFunction): void {
    const { distributionId, account } = this.config;
    if (distributionId === undefined) return;
    const distribution = `arn:${this.#stack.partition}:cloudfront::${account}:distribution/${distributionId}`;
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['cloudfront:CreateInvalidation'],
        resources: [distribution],
      }),
    );
  }

  grantSecret(fn: LambdaFunction, secret: 'stripe' | 'link-signing' | 'cache'): void {
    const arn = readParameter(this, this.config.stage, `secrets/${secret}-arn`);
    fn.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [arn] }),
    );
    this.#grantKey(fn, 'secrets', ['kms:Decrypt'], 'secretsmanager');
  }

  grantSendMail(fn: LambdaFunction): void {
    const { mail } = this.config;
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail', 'ses:SendRawEmail'],
        resources: [
          this.#arn('ses', 'identity', mail.domain),
          this.#arn('ses', 'configuration-set', namesOf(this.config).configurationSet),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': mail.from } },
      }),
    );
  }

  #grantTable(fn: LambdaFunction, actions: string[], indexes: TableIndex[]): void {
    const tableArn = this.#arn('dynamodb', 'table', TABLE_NAME);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [tableArn] }));
    if (indexes.length > 0) {
      const resources = indexes.map((index) => `${tableArn}/index/${index}`);
      fn.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
    }
    const keyActions = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'];
    this.#grantKey(fn, 'data', keyActions, 'dynamodb');
  }

  /** A missing object answers 404 only to who may list. */
  #grantObjects(fn: LambdaFunction, bucket: string, prefix: string, actions: ObjectAction[]): void {
    const bucketArn = `arn:${this.#stack.partition}:s3:::${bucket}`;
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [`${bucketArn}/${prefix}*`] }));
    if (!actions.includes('s3:GetObject')) return;
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucketArn],
        conditions: { StringLike: { 's3:prefix': `${prefix}*` } },
      }),
    );
  }

  #grantKey(fn: LambdaFunction, keyClass: KeyClass, actions: string[], service: string): void {
    const { region, urlSuffix } = this.#stack;
    fn.addToRolePolicy(
      new PolicyStatement({
        actions,
        resources: [this.key(keyClass).keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `${service}.${region}.${urlSuffix}` } },
      }),
    );
  }

  #arn(service: string, resource: string, resourceName: string): string {
    const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
    return this.#stack.formatArn({ service, resource, resourceName, arnFormat });
  }
}
