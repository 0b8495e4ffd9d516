import dns from 'node:dns';

/**
 * Makes every `*.localhost` name the loopback address (RFC 6761), which not every resolver does.
 * The KeyValueStore's client puts the account in front of its endpoint's host name.
 * Loaded with `--import` where the local cloud is the target; the SDKs need no other help.
 */
const systemLookup = dns.lookup;

dns.lookup = (hostname, options, callback) => {
  const name = /\.localhost\.?$/i.test(hostname) ? 'localhost' : hostname;
  return systemLookup(name, options, callback);
};
