// Makes every name under `localhost` this machine, as RFC 6761 asks and glibc does not: the SDK puts
// the account in front of the KeyValueStore's host (`111111111111.localhost`). For child processes:
// `NODE_OPTIONS=--import=<this file>`.
import dns from 'node:dns';

const { lookup } = dns;

dns.lookup = (hostname, ...rest) =>
  lookup(hostname.endsWith('.localhost') ? 'localhost' : hostname, ...rest);
