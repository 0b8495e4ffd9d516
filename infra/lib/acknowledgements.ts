import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

interface Acknowledgement {
  /** Construct paths the finding is accepted at, and everything below them. */
  at: string[];
  id: string;
  reason: string;
}

const ACKNOWLEDGEMENTS: Acknowledgement[] = [
  {
    at: ['Shared/ApiLogging'],
    id: 'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    reason:
      'API Gateway accepts one logging role an account and checks it against this managed policy.',
  },
  {
    at: ['Shared/StripeSecret'],
    id: 'AwsSolutions::AwsSolutions-SMG4',
    reason: 'Stripe has no API to rotate its keys; they are rolled in its dashboard.',
  },
  {
    at: ['Shared/LinkSigningSecret'],
    id: 'AwsSolutions::AwsSolutions-SMG4',
    reason:
      'Links in mails sent weeks ago must stay valid; the key is replaced by hand after a leak.',
  },
  {
    at: ['Shared/Identity/Pool'],
    id: 'AwsSolutions::AwsSolutions-COG2',
    reason:
      'One setting holds for customers and staff: optional for all; admin and team claims are withheld without a second factor.',
  },
];

/** Accepts the known findings, each with its reason. A path that no longer exists is an error. */
export function acknowledgeFindings(app: IConstruct): void {
  const byPath = new Map(app.node.findAll().map((construct) => [construct.node.path, construct]));
  for (const { at, id, reason } of ACKNOWLEDGEMENTS) {
    for (const path of at) {
      const construct = byPath.get(path);
      if (!construct) throw new Error(`Acknowledged finding ${id} names ${path}, which is gone.`);
      Validations.of(construct).acknowledge({ id, reason });
    }
  }
}
