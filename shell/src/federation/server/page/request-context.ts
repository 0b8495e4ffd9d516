import type { LoaderContext, SlotProps } from '@marketplace/kit/slice';
import { MARKET_HEADER, MARKET_PATH_HEADER } from '@marketplace/services/domain/releases';
import type { GetServerSidePropsContext } from 'next';
import { env } from '../../../env';
import { marketOf } from '../../../market/market-of';

/** What every slot on the page is told about market and site. */
export function slotSettings({ headers }: GetServerSidePropsContext['req']): SlotProps {
  const { code, locale, currency } = marketOf(headers[MARKET_HEADER]);
  return {
    market: code,
    locale,
    currency,
    publicOrigin: env().PUBLIC_ORIGIN,
    stripePublishableKey: env().NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY,
    ...(headers[MARKET_PATH_HEADER] !== undefined && { pathPrefix: `/${code}` }),
  };
}

/** What loaders are given, without the time limit. */
export function loaderContext(
  context: GetServerSidePropsContext,
  settings: SlotProps,
): Omit<LoaderContext, 'signal'> {
  const params = firstValues(context.params ?? {});
  const { CATALOG_API_URL, BOOKING_API_URL, PROVIDER_API_URL } = env();
  return {
    market: settings.market,
    locale: settings.locale,
    currency: settings.currency,
    publicOrigin: settings.publicOrigin,
    params,
    query: firstValues(context.query, Object.keys(params)),
    services: { catalog: CATALOG_API_URL, booking: BOOKING_API_URL, provider: PROVIDER_API_URL },
  };
}

type QueryValues = Record<string, string | string[] | undefined>;

function firstValues(values: QueryValues, except: string[] = []): Record<string, string> {
  const first: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value[0] : value;
    if (text !== undefined && !except.includes(name)) first[name] = text;
  }
  return first;
}
