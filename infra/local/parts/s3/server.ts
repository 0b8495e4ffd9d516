import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Log } from '../../part';
import { route, type S3State } from './router';
import { errorAnswer, type S3Answer, sendXml } from './wire/answer';
import { allowOrigin } from './wire/cors';
import { S3Error } from './wire/errors';
import { readRequest } from './wire/request';

/** Answers HTTP; whatever goes wrong becomes an S3 error document. */
export function listener(state: S3State, log: Log): RequestListener {
  return async (message, response) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase();
    response.setHeader('x-amz-request-id', requestId);
    response.setHeader('server', 'AmazonS3');
    if (allowOrigin(message, response)) return;
    try {
      await send(message, response, await route(state, await readRequest(message)));
    } catch (error) {
      if (!(error instanceof S3Error)) {
        log({
          source: 's3',
          level: 'error',
          message: `${message.method} ${message.url}: ${error}`,
        });
      }
      if (response.headersSent) response.destroy();
      else sendXml(response, errorAnswer(error, requestId), message.method === 'HEAD');
    }
  };
}

async function send(message: IncomingMessage, response: ServerResponse, answer: S3Answer) {
  const isHead = message.method === 'HEAD';
  const { file } = answer;
  if (file === undefined) return sendXml(response, answer, isHead);
  response.writeHead(answer.status, answer.headers);
  if (isHead || file.end < file.start) {
    response.end();
    return;
  }
  await pipeline(createReadStream(file.path, { start: file.start, end: file.end }), response);
}
