import { RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type CfnGlobalTable,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { TABLE_NAME } from '../names';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Index by question: `[partition key, sort key]`. */
export const TABLE_INDEXES = {
  GSI1: ['slug', 'PK'],
  GSI2: ['status', 'PK'],
  GSI3: ['customerId', 'SK'],
  /** A provider's bookings by start. */
  GSI4: ['providerId', 'startsAt'],
  /** A customer's bookings by start. */
  GSI5: ['customerId', 'startsAt'],
} as const;

export type TableIndex = keyof typeof TABLE_INDEXES;

interface MarketTableProps {
  key: IKey;
  protectData: boolean;
  /** Regions that hold a copy, each with the key that encrypts it there. */
  replicaKeyArns?: Record<string, string>;
}

/** The one table of the marketplace: on demand, encrypted with our key, recoverable to any second, streamed. */
export class MarketTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: MarketTableProps) {
    super(scope, id);
    const { key, replicaKeyArns = {} } = props;
    const regionIsKnown = !Token.isUnresolved(Stack.of(this).region);
    this.table = new TableV2(this, 'Table', {
      tableName: TABLE_NAME,
      partitionKey: text('PK'),
      sortKey: text('SK'),
      globalSecondaryIndexes: Object.entries(TABLE_INDEXES).map(
        ([indexName, [partitionKey, sortKey]]) => ({
          indexName,
          partitionKey: text(partitionKey),
          sortKey: text(sortKey),
        }),
      ),
      billing: Billing.onDemand(),
      encryption: regionIsKnown
        ? TableEncryptionV2.customerManagedKey(key, replicaKeyArns)
        : TableEncryptionV2.awsManagedKey(),
      replicas: Object.keys(replicaKeyArns).map((region) => ({ region })),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAtSeconds',
      deletionProtection: props.protectData,
      removalPolicy: props.protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // The library gives a key to a region by its name, which an Amplify backend learns at its deployment.
    if (!regionIsKnown) {
      const table = this.table.node.defaultChild as CfnGlobalTable;
      table.addPropertyOverride('Replicas.0.SSESpecification.KMSMasterKeyId', key.keyArn);
    }
  }
}
