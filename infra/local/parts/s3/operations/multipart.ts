import { createHash, randomUUID } from 'node:crypto';
import { partsOf, textsOf } from '../../../protocols/xml';
import type { Bucket } from '../store';
import type { S3Answer } from '../wire/answer';
import { checkBody, crc32Base64, etagOf } from '../wire/checksums';
import { S3Error } from '../wire/errors';
import type { S3Request } from '../wire/request';
import { writeCondition } from './conditions';
import { describe } from './objects';

interface Part {
  body: Buffer;
  etag: string;
}

interface Upload {
  bucket: string;
  key: string;
  headers: Record<string, string>;
  parts: Map<number, Part>;
}

/** Uploads in parts; unfinished ones live in memory and end with the process. */
export class MultipartUploads {
  readonly #uploads = new Map<string, Upload>();

  create(request: S3Request): S3Answer {
    const { bucket, key, headers } = request;
    const uploadId = randomUUID();
    this.#uploads.set(uploadId, { bucket, key, headers, parts: new Map() });
    const result = { Bucket: bucket, Key: key, UploadId: uploadId };
    return { status: 200, xml: { InitiateMultipartUploadResult: result } };
  }

  uploadPart(request: S3Request): S3Answer {
    const { parts } = this.#upload(request);
    checkBody(request.headers, request.body);
    const etag = etagOf(request.body);
    parts.set(Number(request.query.get('partNumber')), { body: request.body, etag });
    const crc32 = crc32Base64(request.body);
    return { status: 200, headers: { etag, 'x-amz-checksum-crc32': crc32 } };
  }

  async complete(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const upload = this.#upload(request);
    const parts = partsOf(request.body.toString('utf8'), 'Part').map((xml) =>
      namedPart(upload, xml),
    );
    if (parts.length === 0) throw new S3Error('MalformedXML', 'Name at least one part.');
    const body = Buffer.concat(parts.map((part) => part.body));
    const hashes = parts.map(({ etag }) => Buffer.from(etag.slice(1, -1), 'hex'));
    const digest = createHash('md5').update(Buffer.concat(hashes)).digest('hex');
    const { crc32: _, ...object } = describe(upload.key, upload.headers, body);
    const etag = `"${digest}-${parts.length}"`;
    await bucket.put({ ...object, etag }, body, writeCondition(request.headers));
    this.abort(request);
    const result = { Bucket: upload.bucket, Key: upload.key, ETag: etag };
    return { status: 200, xml: { CompleteMultipartUploadResult: result } };
  }

  abort(request: S3Request): S3Answer {
    this.#upload(request);
    this.#uploads.delete(request.query.get('uploadId') ?? '');
    return { status: 204 };
  }

  #upload(request: S3Request): Upload {
    const upload = this.#uploads.get(request.query.get('uploadId') ?? '');
    if (upload?.bucket === request.bucket && upload.key === request.key) return upload;
    throw new S3Error('NoSuchUpload', 'The specified multipart upload does not exist.');
  }
}

function namedPart(upload: Upload, xml: string): Part {
  const part = upload.parts.get(Number(textsOf(xml, 'PartNumber')[0]));
  const etag = textsOf(xml, 'ETag')[0] ?? '';
  if (part !== undefined && part.etag.replaceAll('"', '') === etag.replaceAll('"', '')) return part;
  throw new S3Error('InvalidPart', 'One or more of the specified parts could not be found.');
}
