/** What somebody may try who has not proven who they are, or must prove it again. */
export const ATTEMPT_ACTIONS = [
  'sign-in',
  'second-factor',
  'sign-up',
  'confirm',
  'resend',
  'forgot',
  'reset',
  're-authenticate',
] as const;
export type AttemptAction = (typeof ATTEMPT_ACTIONS)[number];

export interface AttemptLimit {
  /** Counted for one account, whoever tries; or for one network address, whatever it tries. */
  per: 'account' | 'address';
  most: number;
  withinSeconds: number;
}

const QUARTER_HOUR = 900;
const HOUR = 3600;

const guesses = (most: number): AttemptLimit[] => [
  { per: 'account', most, withinSeconds: QUARTER_HOUR },
  { per: 'address', most: 100, withinSeconds: QUARTER_HOUR },
];
const mails = (most: number): AttemptLimit[] => [
  { per: 'account', most, withinSeconds: HOUR },
  { per: 'address', most: 300, withinSeconds: HOUR },
];

/**
 * How often each may be tried. Guesses that were right do not count; whatever sends mail always does.
 * An address stands for a household or an office, so it is given more.
 */
export const ATTEMPT_LIMITS: Record<AttemptAction, readonly AttemptLimit[]> = {
  'sign-in': guesses(10),
  'second-factor': guesses(5),
  confirm: guesses(10),
  reset: guesses(10),
  're-authenticate': guesses(10),
  'sign-up': mails(10),
  resend: mails(10),
  forgot: mails(10),
};

/** One count: of this window it may be at most `most`. */
export interface AttemptCount {
  /** Names who tries what; holds personal data, so it is stored as a hash only. */
  key: string;
  per: AttemptLimit['per'];
  most: number;
  windowStartSeconds: number;
  windowEndSeconds: number;
}

export interface Attempt {
  action: AttemptAction;
  account: string;
  /** Network address of who tries, as text. */
  address: string;
}

/** The counts that an attempt adds to. */
export function countsOf({ action, account, address }: Attempt, now: Date): AttemptCount[] {
  const nowSeconds = Math.floor(now.getTime() / 1000);
  return ATTEMPT_LIMITS[action].map(({ per, most, withinSeconds }) => {
    const windowStartSeconds = nowSeconds - (nowSeconds % withinSeconds);
    const who = per === 'account' ? account.toLowerCase() : addressBucket(address);
    return {
      key: `${action}|${per}|${who}`,
      per,
      most,
      windowStartSeconds,
      windowEndSeconds: windowStartSeconds + withinSeconds,
    };
  });
}

/** Whom an address stands for: an IPv4 address itself, of IPv6 the network that one customer is given. */
export function addressBucket(address: string): string {
  const text = address.trim().toLowerCase();
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return text;
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  if (mapped?.[1]) return mapped[1];
  return /^[0-9a-f:]+$/.test(text) && text.includes(':') ? networkOf(text) : 'unknown';
}

/** The first 64 bits, written out. */
function networkOf(ipv6: string): string {
  const [head = '', tail] = ipv6.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
