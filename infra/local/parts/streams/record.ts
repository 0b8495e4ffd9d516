import type { _Record } from '@aws-sdk/client-dynamodb-streams';
import { LOCAL_REGION } from '../../client';

/** A stream record as a Lambda event carries it. */
export interface StreamRecord {
  eventID: string;
  eventName: string;
  eventVersion: string;
  eventSource: 'aws:dynamodb';
  awsRegion: string;
  eventSourceARN: string;
  userIdentity?: { type: string; principalId: string };
  dynamodb: Record<string, unknown> & {
    SequenceNumber: string;
    ApproximateCreationDateTime: number;
  };
}

/** From the SDK's shape to Lambda's: seconds instead of dates, base64 instead of bytes. */
export function toLambdaRecord(record: _Record, streamArn: string): StreamRecord {
  const { dynamodb = {}, userIdentity } = record;
  const createdAt = dynamodb.ApproximateCreationDateTime ?? new Date(0);
  return {
    eventID: record.eventID ?? '',
    eventName: record.eventName ?? '',
    eventVersion: record.eventVersion ?? '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: LOCAL_REGION,
    eventSourceARN: streamArn,
    ...(userIdentity && {
      userIdentity: {
        type: userIdentity.Type ?? '',
        principalId: userIdentity.PrincipalId ?? '',
      },
    }),
    dynamodb: {
      ...(toJson(dynamodb) as Record<string, unknown>),
      SequenceNumber: dynamodb.SequenceNumber ?? '',
      ApproximateCreationDateTime: Math.floor(createdAt.getTime() / 1000),
    },
  };
}

function toJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toJson);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
}
