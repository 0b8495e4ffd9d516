/** A request that two readers could take for different ones, and how ours is to take it. */
export interface Framing {
  what: string;
  /** The request as it goes over the wire, the hidden one in it or behind it. */
  bytes: (hidden: string) => string;
  /** `one`: the request is answered as a single one, what follows it on the connection as the next. */
  read: 'refused' | 'one';
}

const POST = 'POST /api/write HTTP/1.1\r\nhost: localhost\r\n';
const GET = 'GET /p/plain HTTP/1.1\r\nhost: localhost\r\n';
const CHUNKED = 'transfer-encoding: chunked\r\n';

const sized = (hidden: string) => `content-length: ${hidden.length}\r\n`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

type Bytes = Framing['bytes'];
const refused = (what: string, bytes: Bytes): Framing => ({ what, bytes, read: 'refused' });
const one = (what: string, bytes: Bytes): Framing => ({ what, bytes, read: 'one' });

const LENGTHS = [
  refused(
    'two lengths, the first of them short',
    (h) => `${POST}content-length: 0\r\n${sized(h)}\r\n${h}`,
  ),
  refused(
    'two lengths, the last of them short',
    (h) => `${POST}${sized(h)}content-length: 0\r\n\r\n${h}`,
  ),
  refused('the same length twice', (h) => `${POST}${sized(h)}${sized(h)}\r\n${h}`),
  ...['0, 0', '+0', '-1', '0x0', '0 0', '0;', '1e1', '', '99999999999999999999'].map((value) =>
    refused(`the length "${value}"`, (h) => `${POST}content-length: ${value}\r\n\r\n${h}`),
  ),
  refused('a length whose name ends with a space', (h) => `${POST}content-length : 0\r\n\r\n${h}`),
  refused('two bodies', (h) => `${POST}content-length: 5\r\n\r\nhello\r\n5\r\nworld${h}`),
];

const BOTH = [
  refused(
    'a length and chunks',
    (h) => `${POST}content-length: ${h.length + 5}\r\n${CHUNKED}\r\n0\r\n\r\n${h}`,
  ),
  refused('chunks and a length', (h) => `${POST}${CHUNKED}content-length: 4\r\n\r\n0\r\n\r\n${h}`),
  refused(
    'chunks, said twice',
    (h) => `${POST}${CHUNKED}${CHUNKED}content-length: 0\r\n\r\n0\r\n\r\n${h}`,
  ),
  ...['xchunked', 'chunked, identity', 'identity', 'chunked;q=1', '"chunked"', 'chunked\x0b'].map(
    (value) =>
      refused(
        `the encoding ${JSON.stringify(value)} and a length`,
        (h) => `${POST}transfer-encoding: ${value}\r\ncontent-length: 5\r\n\r\n0\r\n\r\n${h}`,
      ),
  ),
  refused(
    'chunks under a name that ends with a space',
    (h) => `${POST}transfer-encoding : chunked\r\n\r\n0\r\n\r\n${h}`,
  ),
  refused(
    'chunks under a name that begins with a space',
    (h) => `${POST} ${CHUNKED}\r\n0\r\n\r\n${h}`,
  ),
];

const FOLDS = [
  refused('a folded header', (h) => `${POST}x-a: b\r\n c\r\ncontent-length: 0\r\n\r\n${h}`),
  refused('a folded encoding', (h) => `${POST}transfer-encoding:\r\n chunked\r\n\r\n0\r\n\r\n${h}`),
  refused('a folded length', (h) => `${POST}content-length:\r\n\t0\r\n\r\n${h}`),
  refused('a line that ends with CR alone', (h) => `${POST}x-a: b\rcontent-length: 0\r\n\r\n${h}`),
  refused('a zero byte in a header', (h) => `${POST}x-a: b\0\r\ncontent-length: 0\r\n\r\n${h}`),
];

const CHUNKS = [
  one('extensions of chunks', () => `${POST}${CHUNKED}\r\n5;a=b;c="d"\r\nhello\r\n0;e\r\n\r\n`),
  one('a hidden request within a chunk', (h) => `${POST}${CHUNKED}\r\n${chunk(h)}0\r\n\r\n`),
  one('a hidden request within a body', (h) => `${POST}${sized(h)}\r\n${h}`),
  one(
    'a hidden request among the trailers',
    (h) => `${POST}${CHUNKED}\r\n0\r\nx-a: ${h.replaceAll('\r\n', ' ')}\r\n\r\n`,
  ),
  refused(
    'an extension that ends with LF alone',
    (h) => `${POST}${CHUNKED}\r\n1;\nx\r\n0\r\n\r\n${h}`,
  ),
  refused(
    'an extension that ends with CR alone',
    (h) => `${POST}${CHUNKED}\r\n1;a\rx\r\n0\r\n\r\n${h}`,
  ),
  refused(
    'a chunk that is longer than it says',
    (h) => `${POST}${CHUNKED}\r\n1\r\nxyz\r\n0\r\n\r\n${h}`,
  ),
  refused('a chunk without its end', (h) => `${POST}${CHUNKED}\r\n1\r\nx0\r\n\r\n${h}`),
  ...['0x1', '-1', '+1', ' 1', '1 2', 'g', '10000000000000001', '\n1'].map((size) =>
    refused(
      `the chunk size ${JSON.stringify(size)}`,
      (h) => `${POST}${CHUNKED}\r\n${size}\r\nx\r\n0\r\n\r\n${h}`,
    ),
  ),
];

const READS = [
  one('a read with a body', (h) => `${GET}${sized(h)}\r\n${h}`),
  one('a read with chunks', (h) => `${GET}${CHUNKED}\r\n${chunk(h)}0\r\n\r\n`),
  refused('a read with two lengths', (h) => `${GET}content-length: 0\r\n${sized(h)}\r\n${h}`),
  refused('a read with a length and chunks', (h) => `${GET}${sized(h)}${CHUNKED}\r\n0\r\n\r\n${h}`),
  refused('chunks in HTTP/1.0', (h) => `${POST.replace('1.1', '1.0')}${CHUNKED}\r\n0\r\n\r\n${h}`),
  refused(
    'a protocol of its own',
    (h) => `${POST.replace('1.1', '1.9')}content-length: 0\r\n\r\n${h}`,
  ),
];

/** Every way that we know of to hide a second request in a first. */
export const FRAMINGS: Framing[] = [...LENGTHS, ...BOTH, ...FOLDS, ...CHUNKS, ...READS];
