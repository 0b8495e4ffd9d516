import type { ServerResponse } from 'node:http';
import { toXml, type XmlElement } from '../../../protocols/xml';
import { S3Error } from './errors';

/** What a handler answers: XML, bytes, or a file to stream a part of. */
export interface S3Answer {
  status: number;
  headers?: Record<string, string>;
  xml?: XmlElement;
  file?: { path: string; start: number; end: number };
}

/** The answer to what went wrong; the unknown becomes a 500. */
export function errorAnswer(error: unknown, requestId: string): S3Answer {
  const known =
    error instanceof S3Error ? error : new S3Error('InternalError', 'We encountered an error.');
  return {
    status: known.status,
    headers: known.headers,
    xml: { Error: { Code: known.code, Message: known.message, RequestId: requestId } },
  };
}

/** Sends the status line, headers and XML of an answer; `HEAD` gets no body. */
export function sendXml(response: ServerResponse, answer: S3Answer, isHead: boolean): void {
  const text = answer.xml === undefined ? '' : toXml(answer.xml);
  response.writeHead(answer.status, {
    ...(text !== '' && { 'content-type': 'application/xml' }),
    ...(answer.status !== 204 &&
      answer.status !== 304 && { 'content-length': Buffer.byteLength(text) }),
    ...answer.headers,
  });
  response.end(isHead ? undefined : text);
}
