import type { Buckets } from './buckets';
import { deleteObjects, listObjects } from './operations/listing';
import type { MultipartUploads } from './operations/multipart';
import { copyObject, deleteObject, getObject, putObject } from './operations/objects';
import { postObject } from './operations/post-policy';
import type { Bucket } from './store';
import type { S3Answer } from './wire/answer';
import { S3Error } from './wire/errors';
import type { S3Request } from './wire/request';
import { authorize, type Credentials } from './wire/signature';

export interface S3State {
  buckets: Buckets;
  uploads: MultipartUploads;
  credentials: Credentials;
}

/** Answers a request, or throws an {@link S3Error}. */
export async function route(state: S3State, request: S3Request): Promise<S3Answer> {
  if (isFormUpload(request)) {
    const bucket = state.buckets.get(request.bucket);
    return postObject(bucket, request, state.credentials, Date.now());
  }
  authorize(request, state.credentials, Date.now());
  if (request.bucket === '') return listBuckets(state);
  if (request.key === '') return routeBucket(state, request);
  return routeObject(state, state.buckets.get(request.bucket), request);
}

function isFormUpload({ method, key, headers }: S3Request): boolean {
  const type = headers['content-type'] ?? '';
  return method === 'POST' && key === '' && type.startsWith('multipart/form-data');
}

function listBuckets({ buckets }: S3State): S3Answer {
  const Bucket = buckets.names().map((Name) => ({ Name }));
  return { status: 200, xml: { ListAllMyBucketsResult: { Buckets: { Bucket } } } };
}

function routeBucket({ buckets }: S3State, request: S3Request): S3Answer {
  const { method, query } = request;
  if (method === 'PUT' && query.size === 0) {
    buckets.create(request.bucket);
    return { status: 200, headers: { location: `/${request.bucket}` } };
  }
  const bucket = buckets.get(request.bucket);
  if (method === 'HEAD') return { status: 200 };
  if (method === 'POST' && query.has('delete')) return deleteObjects(bucket, request);
  if (method === 'GET' && (query.has('list-type') || query.size === 0)) {
    return listObjects(bucket, request);
  }
  throw new S3Error('NotImplemented', 'This part of S3 is not simulated.');
}

async function routeObject(
  { buckets, uploads }: S3State,
  bucket: Bucket,
  request: S3Request,
): Promise<S3Answer> {
  const { method, query, headers } = request;
  const isPart = query.has('uploadId');
  if (method === 'GET' || method === 'HEAD') return getObject(bucket, request);
  if (method === 'PUT' && isPart) return uploads.uploadPart(request);
  if (method === 'PUT' && headers['x-amz-copy-source'] !== undefined) {
    return copyObject(bucket, request, (name) => buckets.get(name));
  }
  if (method === 'PUT') return putObject(bucket, request);
  if (method === 'POST' && query.has('uploads')) return uploads.create(request);
  if (method === 'POST' && isPart) return uploads.complete(bucket, request);
  if (method === 'DELETE') return isPart ? uploads.abort(request) : deleteObject(bucket, request);
  throw new S3Error('MethodNotAllowed', 'The specified method is not allowed.');
}
