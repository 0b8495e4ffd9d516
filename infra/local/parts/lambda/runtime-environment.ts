import path from 'node:path';
import type { FunctionSpec } from '../../template/types';

/**
 * The process environment of a function: Lambda's own variables, the template's, then the host's. Nothing of the
 * developer's own environment and no AWS profile of theirs gets in.
 */
export function runtimeEnvironment(
  spec: FunctionSpec,
  host: Record<string, string>,
): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    TZ: 'UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: spec.region,
    AWS_DEFAULT_REGION: spec.region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: path.join(spec.codeDir, '.no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: path.join(spec.codeDir, '.no-aws-credentials'),
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
    LAMBDA_TASK_ROOT: spec.codeDir,
    _HANDLER: spec.handler,
    ...spec.environment,
    ...host,
  };
}
