import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { STAGE_NAMES, type StageName, stageConfig } from '../config';
import { type Acknowledgement, isControl } from '../lib/acknowledgement';
import { acceptedFindings } from '../lib/acknowledgements';
import { addChecks } from '../lib/checks/add-checks';
import { CONTEXT, marketplaceApp } from './fixtures';

interface Report {
  pluginReports: {
    violations: { ruleName: string }[];
    suppressedViolations?: { acknowledgedId: string; acknowledgedAt: string }[];
  }[];
}

/** Where each acknowledgement was needed, and what nobody has acknowledged. */
function findingsOf(app: App) {
  addChecks(app);
  const { directory } = app.synth();
  const { pluginReports }: Report = JSON.parse(
    readFileSync(join(directory, 'validation-report.json'), 'utf8'),
  );
  const accepted = pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations);
  return {
    left: pluginReports.flatMap(({ violations }) => violations),
    needed: (id: string, path: string) =>
      accepted.some(
        ({ acknowledgedId, acknowledgedAt }) => acknowledgedId === id && acknowledgedAt === path,
      ),
  };
}

/**
 * Acknowledgements that accept nothing: those of controls construct by construct, others as a whole.
 * Annotations are silenced before they are reported, so that nothing is known about theirs.
 */
function unneededIn(app: App, stage: StageName, needed: ReturnType<typeof findingsOf>['needed']) {
  const paths = app.node.findAll().map(({ node }) => node.path);
  const isUnneeded = ({ at, id }: Acknowledgement) => {
    const accepts = (path: string) => needed(id, path);
    const named = paths.filter((path) => at.test(path));
    return isControl(id) ? !named.every(accepts) : !named.some(accepts);
  };
  return acceptedFindings(stageConfig(stage)).filter(
    (finding) => !finding.id.startsWith('Annotation::') && isUnneeded(finding),
  );
}

// The largest stage first: the engine that knows its types serves the others too.
describe.each(STAGE_NAMES.toReversed())('the checks of %s', (stage) => {
  const app = marketplaceApp(stage);

  it('find nothing but what is accepted with a reason, and all of that', () => {
    const { left, needed } = findingsOf(app);
    expect({ left, unneeded: unneededIn(app, stage, needed) }).toEqual({ left: [], unneeded: [] });
  }, 300_000);
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
      plant(new Stack(app, 'Planted', { env: { account: '111111111111', region: 'eu-west-1' } }));
      expect(() => app.synth()).toThrow(finding);
    },
    300_000,
  );
});
