import { Annotations, App, Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { addMarketplace } from '../../bin/marketplace';
import { STAGE_NAMES, stageConfig } from '../../config';
import { type Acknowledgement, acknowledge, control, solutions } from '../../lib/acknowledgement';
import { acceptedFindings } from '../../lib/acknowledgements';
import { addChecks } from '../../lib/checks/add-checks';
import { CONTEXT, stubArtifacts } from '../fixtures';
import { ANNOTATION, checked, ENVIRONMENT } from './checked';

// The largest stage first: the engine that knows its types serves the others too.
describe.each(STAGE_NAMES.toReversed())('the checks of %s', (stage) => {
  const config = stageConfig(stage);
  const app = new App({ context: CONTEXT });
  addMarketplace(app, config, stubArtifacts());

  it('find nothing but what is accepted with a reason, and all of that', () => {
    const findings = checked(app, acceptedFindings(config));
    expect(findings).toEqual({ left: [], unneeded: [] });
  }, 300_000);
});

/** A queue of which each kind of check finds something. */
function aQueue(): App {
  const app = new App({ context: CONTEXT });
  const stack = new Stack(app, 'Planted', ENVIRONMENT);
  const queue = new CfnQueue(stack, 'Queue', { queueName: 'planted' });
  queue.addPropertyOverride('Length', 7);
  Annotations.of(queue).addWarningV2('planted', 'A queue without a purpose');
  return app;
}

const at = (construct: RegExp) => (id: string) => ({ at: construct, id, reason: 'Planted' });
const atQueue = at(/^Planted\/Queue$/);

/** All that the checks find at the queue. */
const NEEDED = [
  solutions('SQS3'),
  solutions('SQS4'),
  control('CT.SQS.PR.1'),
  control('CT.SQS.PR.2'),
  control('F3002'),
  `${ANNOTATION}planted`,
].map(atQueue);

const STALE: Record<string, Acknowledgement> = {
  'of cdk-nag': atQueue(solutions('S1')),
  'of Control Tower': atQueue(control('CT.S3.PR.2')),
  'of Control Tower, for more than what needs it': at(/^Planted/)(control('CT.SQS.PR.1')),
  'of CloudFormation Validate': atQueue(control('F3001')),
  'of a construct of the CDK': atQueue(`${ANNOTATION}nobody`),
};

describe('an acknowledgement', () => {
  it('is needed where its finding is, whatever found it', () => {
    expect(checked(aQueue(), NEEDED)).toEqual({ left: [], unneeded: [] });
  }, 300_000);

  it.each(Object.entries(STALE))(
    '%s is found when it accepts nothing',
    (_what, stale) => {
      expect(checked(aQueue(), [...NEEDED, stale])).toEqual({ left: [], unneeded: [stale] });
    },
    300_000,
  );

  it('is an error when its construct is gone', () => {
    const gone = at(/^Planted\/Topic$/)(solutions('SNS3'));
    expect(() => acknowledge(aQueue(), [gone])).toThrow('which is gone');
    expect(() => acknowledge(aQueue(), NEEDED)).not.toThrow();
  });
});

const statement = (action: string) => ({
  Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::x' }],
});

const PLANTED: [name: string, finding: RegExp, plant: (stack: Stack) => void][] = [
  [
    'what cdk-nag knows: a bucket without access logs',
    /S3 Bucket has server access logs disabled/,
    (stack) => new CfnBucket(stack, 'Planted'),
  ],
  [
    'what cdk-nag knows: a wildcard action',
    /IAM5\[Action::s3:\*\]/,
    (stack) => new CfnManagedPolicy(stack, 'Planted', { policyDocument: statement('s3:*') }),
  ],
  [
    'what CloudFormation knows: a property that is none',
    /CodeSigning/,
    (stack) =>
      new CfnFunction(stack, 'Planted', {
        role: 'arn:aws:iam::111111111111:role/x',
        code: { s3Bucket: 'x', s3Key: 'y' },
      }).addPropertyOverride('CodeSigning', true),
  ],
  [
    'what Control Tower knows: a queue that loses what fails',
    /Require any Amazon SQS queue to have a dead-letter queue configured/,
    (stack) => new CfnQueue(stack, 'Planted'),
  ],
  [
    'what Control Tower knows: a bucket without a key of ours',
    /server-side encryption configured using an AWS KMS key/,
    (stack) => new CfnBucket(stack, 'Planted'),
  ],
];

describe('the checks', () => {
  it.each(PLANTED)(
    'refuse %s',
    (_name, finding, plant) => {
      const app = new App({ context: CONTEXT });
      addChecks(app);
      plant(new Stack(app, 'Planted', ENVIRONMENT));
      expect(() => app.synth()).toThrow(finding);
    },
    300_000,
  );
});
