import type { Part, PartHealth } from '../../part';
import type { CloudFrontPart } from '../cloudfront';
import type { CloudWatchPart } from '../cloudwatch';
import type { CognitoPart, SecondFactor } from '../cognito';
import type { Mail, SesPart } from '../ses';
import type { StripeControls, StripePart } from '../stripe';
import type { LogBuffer } from './logs';

export interface DemoAccounts {
  emails: readonly string[];
  password: string;
}

/** What the console shows; asked anew for every page. */
export interface ConsoleOptions {
  origin: string;
  /** The parts that run so far. */
  parts: () => readonly Part[];
  /** True once everything is up and the catalogue is filled. */
  isReady: () => boolean;
  logs: LogBuffer;
  accounts: DemoAccounts;
}

export interface PartState extends PartHealth {
  name: string;
  url: string;
}

export interface LiveRelease {
  slice: string;
  live: string;
  canary?: string;
  share?: number;
  previous?: string;
}

const isSes = (part: Part): part is SesPart => 'listMails' in part;
const isCognito = (part: Part): part is CognitoPart => 'secondFactors' in part;
const isStripe = (part: Part): part is StripePart => 'controls' in part;
const isCloudWatch = (part: Part): part is CloudWatchPart => 'alarms' in part;
const isCloudFront = (part: Part): part is CloudFrontPart => 'distributionId' in part;

export async function partStates(parts: readonly Part[]): Promise<PartState[]> {
  return Promise.all(
    parts.map(async (part) => {
      const health = await part
        .health()
        .catch((error: unknown) => ({ ready: false, detail: String(error) }));
      return { name: part.name, url: part.url, ...health };
    }),
  );
}

/** Latest first. */
export async function mailsOf(parts: readonly Part[]): Promise<Mail[]> {
  return (await parts.find(isSes)?.listMails()) ?? [];
}

/** What the authenticator apps of this cloud's accounts show now. */
export async function secondFactorsOf(parts: readonly Part[]): Promise<SecondFactor[]> {
  return (await parts.find(isCognito)?.secondFactors()) ?? [];
}

export function stripeOf(parts: readonly Part[]): StripeControls | undefined {
  return parts.find(isStripe)?.controls;
}

export function stripeUrlOf(parts: readonly Part[]): string | undefined {
  return parts.find(isStripe)?.url;
}

export function cloudWatchOf(parts: readonly Part[]): CloudWatchPart | undefined {
  return parts.find(isCloudWatch);
}

const SLICE_KEY = /^slice\/(.+)$/;

/** What the KeyValueStore says is served of each slice. */
export function releasesOf(parts: readonly Part[]): LiveRelease[] {
  const stores = parts.find(isCloudFront)?.stores ?? [];
  return stores.flatMap((store) =>
    [...store.entries()].flatMap(([key, value]) => {
      const slice = SLICE_KEY.exec(key)?.[1];
      return slice ? [{ ...(JSON.parse(value) as Omit<LiveRelease, 'slice'>), slice }] : [];
    }),
  );
}
