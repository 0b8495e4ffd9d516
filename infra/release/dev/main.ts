import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import createNext from 'next';
import { answerWithBuilds, isForBuilds } from '../serve/serve-builds';
import { liveBuilds } from './live-builds';

const DEFAULT_PORT = '3000';

/**
 * `npm run dev -w mf-catalog [-- --port 3001]`: the slice alone, with Next's hot reload, and at the same
 * address its container for an override, built again at every change.
 */
const { values } = parseArgs({
  options: { port: { type: 'string', short: 'p', default: process.env.PORT ?? DEFAULT_PORT } },
});
const directory = process.cwd();
const server = createServer().listen(Number(values.port));
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const next = createNext({ dev: true, dir: directory, hostname: 'localhost', port });
const alone = next.prepare().then(() => next.getRequestHandler());
const builds = liveBuilds(directory);
server.on('request', (request, response) => {
  const answering = isForBuilds(request)
    ? answerWithBuilds(builds, request, response)
    : alone.then((answer) => answer(request, response));
  answering.catch(() => response.destroy());
});
await alone;
console.log(`http://localhost:${port} alone; in the marketplace: choose port ${port} at /_slices`);
