import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { CacheConfig, StageConfig } from '../../config';
import { addCache } from '../backend/cache';

interface CacheStackProps extends StackProps {
  config: StageConfig;
  cache: CacheConfig;
}

/** The cache, in a stack that a stage can do without. */
export class CacheStack extends Stack {
  constructor(scope: Construct, id: string, props: CacheStackProps) {
    super(scope, id, props);
    addCache(this, props.config, props.cache);
  }
}
