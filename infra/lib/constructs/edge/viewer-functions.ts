import {
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  KeyValueStore,
  Function as ViewerFunction,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { type Artifacts, edgeBundle } from '../../artifacts';
import { namesOf } from '../../names';

/** The CloudFront Functions of public behaviours, and the store of releases that the router reads. */
export class ViewerFunctions extends Construct {
  readonly releases: KeyValueStore;
  readonly associations: { function: ViewerFunction; eventType: FunctionEventType }[];

  constructor(scope: Construct, id: string, props: { config: StageConfig; artifacts: Artifacts }) {
    super(scope, id);
    const names = namesOf(props.config);
    this.releases = new KeyValueStore(this, 'Releases', {
      keyValueStoreName: names.releasesStore,
      comment: 'Which release of each slice is live, and which is a canary',
    });
    const codeOf = (name: string) =>
      FunctionCode.fromFile({ filePath: edgeBundle(props.artifacts, `${name}.js`) });
    const router = new ViewerFunction(this, 'Router', {
      functionName: names.function('viewer-router'),
      comment: 'Strips forged headers; sets market, releases and query of the cache key',
      runtime: FunctionRuntime.JS_2_0,
      keyValueStore: this.releases,
      code: codeOf('viewer-router'),
    });
    const bucket = new ViewerFunction(this, 'Bucket', {
      functionName: names.function('viewer-bucket'),
      comment: "Keeps the visitor's bucket in a cookie",
      runtime: FunctionRuntime.JS_2_0,
      code: codeOf('viewer-bucket'),
    });
    this.associations = [
      { function: router, eventType: FunctionEventType.VIEWER_REQUEST },
      { function: bucket, eventType: FunctionEventType.VIEWER_RESPONSE },
    ];
  }
}
