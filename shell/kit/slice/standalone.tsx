import { isMarketCode, MARKETS } from '@marketplace/services/domain/markets';
import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import Head from 'next/head';
import type { ComponentType } from 'react';
import type { Loader, SliceName, SlotProps } from './contract';

interface StandaloneProps {
  props: object;
  title: string;
  slot: SlotProps;
}

const TIME_LIMIT_MS = 10_000;

/** The page of an exposed module when its slice runs alone, for its team: no shell, no federation. */
export function standalonePage<Props extends object>(
  slice: SliceName,
  Module: ComponentType<Props & { slot: SlotProps }>,
) {
  return function StandalonePage({ props, title, slot }: StandaloneProps) {
    return (
      <div data-slice={slice} data-release="standalone">
        <Head>
          <title>{title}</title>
        </Head>
        <Module {...(props as Props)} slot={slot} />
      </div>
    );
  };
}

/**
 * Runs a module's loader against the services behind `PUBLIC_ORIGIN` (the local cloud by default).
 * The market comes from `?market=de`; protected data from the access cookie, when there is one.
 */
export function standaloneProps<Props>(load: Loader<Props>): GetServerSideProps {
  return async (context) => {
    const slot = slotProps(context);
    const loaded = await load({
      ...slot,
      params: firstValues(context.params ?? {}),
      query: firstValues(context.query),
      services: {
        catalog: process.env.CATALOG_API_URL ?? slot.publicOrigin,
        booking: process.env.BOOKING_API_URL ?? slot.publicOrigin,
        provider: process.env.PROVIDER_API_URL ?? slot.publicOrigin,
      },
      ...accessToken(context),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    context.res.statusCode = loaded.status ?? 200;
    return { props: { props: loaded.props, title: loaded.head.title, slot } };
  };
}

function slotProps({ query }: GetServerSidePropsContext): SlotProps {
  const code = typeof query.market === 'string' && isMarketCode(query.market) ? query.market : 'us';
  const { locale, currency } = MARKETS[code];
  return {
    market: code,
    locale,
    currency,
    publicOrigin: process.env.PUBLIC_ORIGIN ?? 'http://localhost:8080',
    stripePublishableKey: process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY ?? 'pk_test_local',
  };
}

function accessToken({ req }: GetServerSidePropsContext): { accessToken?: string } {
  const token = process.env.ACCESS_TOKEN ?? req.cookies['__Host-em_access'];
  return token ? { accessToken: token } : {};
}

function firstValues(
  values: Record<string, string | string[] | undefined>,
): Record<string, string> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
