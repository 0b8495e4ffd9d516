import { cp } from 'node:fs/promises';

/** Next leaves static files out of its standalone server, for a CDN to serve; ours serves them itself. */
const server = '.next/standalone/shell';
await cp('.next/static', `${server}/.next/static`, { recursive: true });
