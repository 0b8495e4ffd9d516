import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { ProxyAnswer } from '../proxy/answer';
import type { Coding } from './negotiation';

const ENCODERS = { gzip: promisify(zlib.gzip), deflate: promisify(zlib.deflate) };
const BODILESS = [204, 304];

/**
 * The function's answer in a coding, as far as API Gateway compresses it: from the API's minimum size on, whatever
 * its type, unless the function did so itself. API Gateway says nothing of it in `vary`.
 */
export async function compressed(
  answer: ProxyAnswer,
  coding: Coding | undefined,
  minBytes: number | undefined,
): Promise<ProxyAnswer> {
  const { status, headers, body } = answer;
  if (coding === undefined || minBytes === undefined) return answer;
  if (body.length < Math.max(minBytes, 1) || BODILESS.includes(status)) return answer;
  if (headers['content-encoding'] !== undefined) return answer;
  const encoded = await ENCODERS[coding](body);
  return { status, headers: { ...headers, 'content-encoding': coding }, body: encoded };
}
