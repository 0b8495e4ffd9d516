/** The codings that API Gateway applies, beside `identity`. */
export type Coding = 'gzip' | 'deflate';

/**
 * The coding in which an answer goes to who sent this `Accept-Encoding`: the one that it puts first. API Gateway
 * looks no further when that is one it does not know, and needs it named: neither a missing header nor `*` will do.
 */
export function codingFor(acceptEncoding: string | undefined): Coding | undefined {
  let best = { name: '', weight: 0 };
  for (const item of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const weight = weightOf(parameters);
    if (name !== '' && weight > best.weight) best = { name, weight };
  }
  return best.name === 'gzip' || best.name === 'deflate' ? best.name : undefined;
}

/** `q` of an item: 1 where it says none, 0 where it is none that RFC 9110 allows. */
function weightOf(parameters: string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  return /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(given) ? Number(given.slice(2)) : 0;
}
