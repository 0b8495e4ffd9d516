import { S3Error } from './errors';

interface Decoded {
  body: Buffer;
  trailers: Record<string, string>;
}

/**
 * Takes the SDK's own framing off a body: `aws-chunked`, with checksums as trailers. A body without
 * that framing comes back as it is.
 */
export function decodeChunks(headers: Record<string, string>, raw: Buffer): Decoded {
  const isChunked =
    headers['x-amz-content-sha256']?.startsWith('STREAMING-') === true ||
    headers['content-encoding']?.includes('aws-chunked') === true;
  if (!isChunked) return { body: raw, trailers: {} };
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', position);
    if (lineEnd < 0) throw incomplete();
    const size = Number.parseInt(raw.toString('latin1', position, lineEnd), 16);
    position = lineEnd + 2;
    if (!Number.isInteger(size) || position + size > raw.length) throw incomplete();
    if (size === 0) break;
    chunks.push(raw.subarray(position, position + size));
    position += size + 2;
  }
  const body = Buffer.concat(chunks);
  const declared = headers['x-amz-decoded-content-length'];
  if (declared !== undefined && Number(declared) !== body.length) throw incomplete();
  return { body, trailers: parseTrailers(raw.toString('latin1', position)) };
}

function parseTrailers(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split('\r\n')
      .map((line) => [line.indexOf(':'), line] as const)
      .filter(([colon]) => colon > 0)
      .map(([colon, line]) => [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]),
  );
}

function incomplete(): S3Error {
  return new S3Error(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}
