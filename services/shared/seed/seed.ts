import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { MARKET_CODES } from '../../domain/markets';
import type { ObjectStore } from '../objects';
import type { MarketTable } from '../table';
import { seedCatalogue } from './catalogue';
import { DEMO_PROVIDER_ID } from './demo-provider';
import { demoAccounts } from './write/demo-accounts';
import { openAccounts } from './write/open-accounts';
import { waitForSearch } from './write/wait-for-search';
import { missingProviders, writeProviders } from './write/write-providers';

export interface SeedTarget {
  table: MarketTable;
  objects: ObjectStore;
  cognito: CognitoIdentityProviderClient;
  userPoolId: string;
  userPoolClientId: string;
  stripeOrigin: string;
  now: Date;
}

export interface Seeded {
  providers: number;
  services: number;
  /** How many of the providers were not there before. */
  written: number;
}

const SEARCH_LIMIT_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Fills a local cloud with the catalogue and the demo accounts, and waits until search knows it all.
 * Safe to repeat: what is there stays as people have left it.
 */
export async function seed(target: SeedTarget): Promise<Seeded> {
  const { table, objects, cognito, stripeOrigin, now } = target;
  const today = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  const providers = seedCatalogue(today);
  const [missing, users] = await Promise.all([
    missingProviders(table, providers),
    demoAccounts(cognito, target, table, now),
    openAccounts(stripeOrigin, providers),
  ]);
  const ownerOf = (id: string) => (id === DEMO_PROVIDER_ID ? users.provider : `seed-owner-${id}`);
  // Market by market: the indexer then writes each snapshot a few times only.
  for (const market of MARKET_CODES) {
    const ofMarket = missing.filter((provider) => provider.market === market);
    if (ofMarket.length > 0) await writeProviders(table, ofMarket, ownerOf);
  }
  await waitForSearch(objects, missing, SEARCH_LIMIT_MS);
  return {
    providers: providers.length,
    services: providers.reduce((sum, { services }) => sum + services.length, 0),
    written: missing.length,
  };
}
