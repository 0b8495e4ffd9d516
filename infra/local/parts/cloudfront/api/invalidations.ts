import { randomBytes } from 'node:crypto';
import { textsOf, toXml } from '../../../protocols/xml';
import type { EdgeCache } from '../cache/store';
import type { ApiAnswer, ApiRequest } from './server';

interface Invalidation {
  id: string;
  createdMs: number;
  callerReference: string;
  paths: string[];
}

const PATH = /^\/2020-05-31\/distribution\/([^/]+)\/invalidation(?:\/([^/]+))?$/;
const NAMESPACE = 'http://cloudfront.amazonaws.com/doc/2020-05-31/';

/** CreateInvalidation and GetInvalidation; an invalidation is complete when it is answered. */
export class Invalidations {
  readonly #all = new Map<string, Invalidation>();

  constructor(
    private readonly distributionId: string,
    private readonly cache: EdgeCache,
  ) {}

  /** `undefined` for paths that are none of its own. */
  answer(request: ApiRequest): ApiAnswer | undefined {
    const match = PATH.exec(request.path);
    if (match === null) return undefined;
    const [, distributionId, invalidationId] = match;
    if (decodeURIComponent(distributionId ?? '') !== this.distributionId) {
      return failure(404, 'NoSuchDistribution', 'The specified distribution does not exist.');
    }
    if (invalidationId !== undefined && request.method === 'GET') return this.#get(invalidationId);
    if (invalidationId === undefined && request.method === 'POST') return this.#create(request);
    return failure(501, 'NotImplemented', 'This part of CloudFront is not simulated.');
  }

  #create({ body }: ApiRequest): ApiAnswer {
    const paths = textsOf(body, 'Path');
    const [callerReference] = textsOf(body, 'CallerReference');
    if (callerReference === undefined || paths.length === 0) {
      return failure(400, 'InvalidArgument', 'Name paths and a caller reference.');
    }
    if (paths.some((path) => !/^(?:\/|#[!-+\--~]{1,256}$)/.test(path))) {
      return failure(400, 'InvalidArgument', 'Your request contains an invalid invalidation path.');
    }
    const known = [...this.#all.values()].find((one) => one.callerReference === callerReference);
    const invalidation = known ?? {
      id: `I${randomBytes(7).toString('hex').toUpperCase()}`,
      createdMs: Date.now(),
      callerReference,
      paths,
    };
    this.#all.set(invalidation.id, invalidation);
    this.cache.invalidate(paths);
    return described(201, invalidation);
  }

  #get(id: string): ApiAnswer {
    const invalidation = this.#all.get(id);
    if (invalidation !== undefined) return described(200, invalidation);
    return failure(404, 'NoSuchInvalidation', 'The specified invalidation does not exist.');
  }
}

function described(status: number, { id, createdMs, callerReference, paths }: Invalidation) {
  const Invalidation = {
    Id: id,
    Status: 'Completed',
    CreateTime: new Date(createdMs).toISOString(),
    InvalidationBatch: {
      Paths: { Quantity: paths.length, Items: { Path: paths } },
      CallerReference: callerReference,
    },
  };
  return xml(status, toXml({ Invalidation }));
}

function failure(status: number, code: string, message: string): ApiAnswer {
  const error = { Type: 'Sender', Code: code, Message: message };
  const document = { Error: error, RequestId: randomBytes(8).toString('hex') };
  return xml(status, toXml({ ErrorResponse: document }));
}

function xml(status: number, body: string): ApiAnswer {
  const named = body.replace(/<(Invalidation|ErrorResponse)>/, `<$1 xmlns="${NAMESPACE}">`);
  return { status, headers: { 'content-type': 'text/xml' }, body: named };
}
