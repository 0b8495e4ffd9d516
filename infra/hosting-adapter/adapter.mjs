import { request } from 'node:http';
import { pathToFileURL } from 'node:url';

const PORT = 3000;
const START_LIMIT_MS = 9_000;
const RETRY_MS = 5;
/** Lambda answers with at most 6 MB, and bodies travel in base64. */
const BODY_LIMIT_BYTES = 4_500_000;

const startedMs = performance.now();
const ready = start();
let isCold = true;

/** Answers one request of an HTTP API (payload 2.0) with what the server says. */
export async function handler(event) {
  await ready;
  const answer = await ask(event);
  report(event, answer);
  return answer;
}

/** Starts the server in this process and waits until it listens. */
async function start() {
  Object.assign(process.env, { PORT: String(PORT), HOSTNAME: '127.0.0.1' });
  await import(pathToFileURL(process.env.SERVER_FILE).href);
  while (performance.now() - startedMs < START_LIMIT_MS) {
    if (await listens()) return performance.now() - startedMs;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  throw new Error(`The server does not listen after ${START_LIMIT_MS} ms`);
}

const listens = () =>
  new Promise((resolve) => {
    const probe = request({ port: PORT, host: '127.0.0.1', path: '/_next/static/ready' });
    probe.on('response', (response) => response.resume().on('end', () => resolve(true)));
    probe.on('error', () => resolve(false));
    probe.end();
  });

function ask({ rawPath, rawQueryString, headers, cookies, requestContext, body, isBase64Encoded }) {
  const path = rawQueryString ? `${rawPath}?${rawQueryString}` : rawPath;
  const cookie = cookies?.length ? { cookie: cookies.join('; ') } : {};
  return new Promise((resolve, reject) => {
    const outgoing = request({
      port: PORT,
      host: '127.0.0.1',
      path,
      method: requestContext.http.method,
      headers: { ...headers, ...cookie },
    });
    outgoing.on('response', (response) => collect(response).then(resolve, reject));
    outgoing.on('error', reject);
    outgoing.end(
      body === undefined ? undefined : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    );
  });
}

async function collect(response) {
  const body = Buffer.concat(await Array.fromAsync(response));
  if (body.length > BODY_LIMIT_BYTES) return { statusCode: 502, body: 'The answer is too large' };
  const {
    'set-cookie': cookies,
    connection: _c,
    'transfer-encoding': _t,
    ...headers
  } = response.headers;
  return {
    statusCode: response.statusCode,
    headers,
    ...(cookies && { cookies }),
    body: body.toString('base64'),
    isBase64Encoded: true,
  };
}

/** One line a request: how large the answer was and, once an instance, how long its start took. */
async function report({ rawPath }, { statusCode, body }) {
  const cold = isCold ? { coldStartMs: Math.round(await ready) } : {};
  isCold = false;
  const responseBytes = Math.floor((body.length * 3) / 4);
  console.log(JSON.stringify({ path: rawPath, statusCode, responseBytes, ...cold }));
}
