import { S3Error } from './errors';

export interface UploadForm {
  /** Fields before the file, names in lower case. */
  fields: Record<string, string>;
  file: Buffer;
  fileName: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Reads `multipart/form-data` as browsers send it; everything after the file is ignored, as S3 does. */
export function readForm(contentType: string, body: Buffer): UploadForm {
  const boundary = /boundary="?([^";]+)/i.exec(contentType)?.[1];
  if (boundary === undefined) throw malformed();
  const fields: Record<string, string> = {};
  for (const part of splitParts(body, Buffer.from(`--${boundary}`))) {
    const headEnd = part.indexOf(HEAD_END);
    if (headEnd < 0) throw malformed();
    const head = part.toString('utf8', 0, headEnd);
    const content = part.subarray(headEnd + HEAD_END.length);
    const name = /[; ]name="([^"]*)"/i.exec(head)?.[1]?.toLowerCase();
    if (name === undefined) throw malformed();
    if (name === 'file') {
      return { fields, file: content, fileName: /filename="([^"]*)"/i.exec(head)?.[1] ?? '' };
    }
    fields[name] = content.toString('utf8');
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
}

function* splitParts(body: Buffer, delimiter: Buffer): Generator<Buffer> {
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next < 0) return;
    yield body.subarray(start + delimiter.length + 2, next - 2);
    start = next;
  }
}

function malformed(): S3Error {
  return new S3Error('MalformedPOSTRequest', 'The body of your POST request is not well-formed.');
}
