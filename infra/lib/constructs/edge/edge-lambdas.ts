import { LambdaEdgeEventType } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IVersion } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { Artifacts } from '../../artifacts';
import { EDGE_FUNCTIONS, NEAR_PREFIX, namesOf } from '../../names';
import { EdgeLambda } from './edge-lambda';

/** The Lambda@Edge functions with the events they answer to; a behaviour takes those it needs. */
export function edgeLambdas(
  scope: Construct,
  { config, artifacts }: { config: StageConfig; artifacts: Artifacts },
) {
  const lambda = (id: keyof typeof EDGE_FUNCTIONS, description: string) =>
    new EdgeLambda(scope, id, { name: EDGE_FUNCTIONS[id], description, config, artifacts });
  const on = (eventType: LambdaEdgeEventType, { version }: EdgeLambda) => ({
    functionVersion: version as IVersion,
    eventType,
  });
  const { VIEWER_REQUEST, ORIGIN_REQUEST, ORIGIN_RESPONSE } = LambdaEdgeEventType;
  const lock = lambda('Lock', 'Verifies who asks for a protected path');
  const personalize = lambda(
    'Personalize',
    'Tells the shell market and place, never who the visitor is',
  );
  const cacheResponse = lambda(
    'CacheResponse',
    "Turns the shell's wish into the distribution's caching",
  );
  const nearYou = lambda('NearYou', 'Renders what is around the visitor');
  nearYou.role.addToPolicy(
    new PolicyStatement({
      actions: ['s3:GetObject'],
      resources: [`arn:aws:s3:::${namesOf(config).snapshotsBucket}/${NEAR_PREFIX}*`],
    }),
  );
  return {
    lock: on(VIEWER_REQUEST, lock),
    personalize: on(ORIGIN_REQUEST, personalize),
    cacheResponse: on(ORIGIN_RESPONSE, cacheResponse),
    nearYou: on(ORIGIN_REQUEST, nearYou),
  };
}
