import { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import path from 'node:path';
import type { SliceName } from '@marketplace/kit/slice';
import type { Words } from '@marketplace/kit/slice/words';
import { WordsScope } from '@marketplace/kit/ui/scope';
import {
  formatReleases,
  MARKET_HEADER,
  RELEASES_HEADER,
} from '@marketplace/services/domain/releases';
import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import { type ComponentType, createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { RELEASE_CHECKS } from '../checks';
import { releaseSlice } from '../release-slice';
import { createProgress } from '../report/progress';
import { publicSigningKey } from '../signing';
import { releaseClients } from '../target';
import { aReleaseCloud, TARGET } from './release-cloud';

interface PageProps {
  words: Words;
  settings: { locale: string };
}

interface PageModule {
  default: ComponentType<PageProps>;
  getServerSideProps: GetServerSideProps<PageProps>;
}

/** A process of its own: releases a slice for the first time and prints its page in the shell before and after. */
async function main(slice: SliceName): Promise<void> {
  const root = process.cwd();
  const cloud = await aReleaseCloud();
  Object.assign(process.env, cloud.env);
  Object.assign(
    process.env,
    settingsOfShell(await publicSigningKey(TARGET, releaseClients(TARGET))),
  );
  // What webpack gives to the shell's code.
  Object.assign(globalThis, { __non_webpack_require__: createRequire(import.meta.url) });
  const page: PageModule = await import(
    path.join(root, 'shell/pages', `${slice.replace(/^mf-/, '')}.tsx`)
  );
  console.log('before', await pageIn(page, {}));
  const { release } = await releaseSlice({
    slice,
    target: TARGET,
    progress: createProgress((text) => process.stdout.write(text)),
    by: 'team@example.test',
    root,
    checks: RELEASE_CHECKS,
  });
  const headers = {
    [MARKET_HEADER]: 'de',
    [RELEASES_HEADER]: formatReleases({ [slice]: release }),
  };
  console.log('after', await pageIn(page, headers));
  await cloud.stop();
}

/** The shell's page without its frame, rendered for a request as the edge hands it on. */
async function pageIn(page: PageModule, headers: Record<string, string>): Promise<string> {
  const req = Object.assign(new IncomingMessage(new Socket()), {
    method: 'GET',
    url: '/',
    headers,
  });
  const context = { req, res: new ServerResponse(req), query: {}, resolvedUrl: '/' };
  const answer = await page.getServerSideProps(context as unknown as GetServerSidePropsContext);
  if (!('props' in answer)) throw new Error('The page sends its visitor elsewhere.');
  const props = await answer.props;
  const { words, settings } = props;
  const children = createElement(page.default, props);
  return renderToString(createElement(WordsScope, { words, locale: settings.locale, children }));
}

const settingsOfShell = (publicKey: string) => ({
  PUBLIC_ORIGIN: 'http://localhost:8080',
  AWS_REGION: TARGET.region,
  NEXT_PUBLIC_USER_POOL_ID: 'eu-west-1_LocalPool1',
  NEXT_PUBLIC_USER_POOL_CLIENT_ID: 'localclient00000000000001',
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_test_local',
  SLICES_BUCKET_NAME: TARGET.slicesBucket,
  RELEASES_KVS_ARN: TARGET.releasesKvsArn,
  RELEASE_PUBLIC_KEYS: publicKey,
  CONTENT_SECURITY_POLICY: "default-src 'self'",
  OVERRIDE_SECRET_ID: '/test/override',
  CATALOG_API_URL: 'http://localhost:8080',
  BOOKING_API_URL: 'http://localhost:8080',
  PROVIDER_API_URL: 'http://localhost:8080',
  IDENTITY_FUNCTION: 'identity:live',
});

await main(process.argv[2] as SliceName);
process.exit();
