import { type App, Stack, Validations } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { STAGE_NAMES } from '../config';
import { marketplaceApp } from './fixtures';

function checked(app: App): App {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

describe('the rules of AWS and of cdk-nag', () => {
  it.each(STAGE_NAMES)(
    'find nothing in %s that is not accepted with a reason',
    (stage) => {
      expect(() => checked(marketplaceApp(stage)).synth()).not.toThrow();
    },
    60_000,
  );

  it.each<[string, RegExp, (stack: Stack) => void]>([
    [
      'a bucket without access logs',
      /S3 Bucket has server access logs disabled/,
      (stack) => new Bucket(stack, 'Planted'),
    ],
    [
      'a wildcard action',
      /IAM5\[Action::s3:\*\]/,
      (stack) =>
        new ManagedPolicy(stack, 'Planted', {
          statements: [
            new PolicyStatement({
              effect: Effect.ALLOW,
              actions: ['s3:*'],
              resources: ['arn:aws:s3:::x'],
            }),
          ],
        }),
    ],
  ])(
    'refuse %s',
    (_name, finding, plant) => {
      const app = checked(marketplaceApp('prod'));
      plant(new Stack(app, 'Planted', { env: { account: '111111111111', region: 'eu-west-1' } }));
      expect(() => app.synth()).toThrow(finding);
    },
    60_000,
  );
});
