import { join } from 'node:path';
import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Artifacts, serviceBundle } from '../artifacts';
import { publishParameters } from '../parameters';
import { type OpenApiDocument, readOpenApi } from './openapi';
import type { Platform } from './platform';
import { ServiceApi } from './rest-api';
import { ServiceFunction } from './service-function';

export interface SliceServiceProps {
  name: 'catalog' | 'booking' | 'provider' | 'payments';
  description: string;
  platform: Platform;
  artifacts: Artifacts;
  memoryMb?: number;
  /** Operations, by id, that a function of their own answers. */
  answeredBy?: Readonly<Record<string, Alias>>;
}

/** An HTTP service: its function behind a REST API made from its contract, its address published. */
export class SliceService extends Construct {
  readonly fn: LambdaFunction;
  readonly live: Alias;
  readonly document: OpenApiDocument;

  constructor(scope: Construct, id: string, props: SliceServiceProps) {
    super(scope, id);
    const { name, artifacts, platform } = props;
    const { fn, live } = new ServiceFunction(this, 'Http', {
      ...props,
      memoryMb: props.memoryMb ?? 512,
      timeoutSeconds: 15,
    });
    this.fn = fn;
    this.live = live;
    this.document = readOpenApi(serviceBundle(artifacts, join('openapi', `${name}.3.0.json`)));
    const api = new ServiceApi(this, 'RestApi', {
      name,
      service: name,
      document: this.document,
      handler: live,
      answeredBy: props.answeredBy ?? {},
      platform,
    });
    publishParameters(this, platform.config.stage, {
      [`${name}/api-url`]: api.url,
      [`${name}/api-host`]: api.host,
    });
  }
}
