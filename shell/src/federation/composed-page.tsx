import type { SlotProps } from '@marketplace/kit/slice';
import { BRAND_NAME } from '@marketplace/kit/ui/brand';
import { alternatesOf, isMarketCode, marketPath } from '@marketplace/services/domain/markets';
import Head from 'next/head';
import { Slot } from './slot/slot';
import type { ComposedPageProps } from './slot-state';

/** Every composed route: title and canonical address from the main slot, the slots one below the other. */
export function ComposedPage({ slots, settings, head }: ComposedPageProps) {
  const { title, description, canonicalPath } = head;
  return (
    <>
      <Head>
        <title>{title ? `${title} · ${BRAND_NAME}` : BRAND_NAME}</title>
        {description ? <meta name="description" content={description} /> : null}
        {canonicalPath ? addresses(canonicalPath, settings) : null}
      </Head>
      {Object.entries(slots).map(([key, state]) => (
        <Slot key={`${key} ${state.slice}/${state.name}`} state={state} settings={settings} />
      ))}
    </>
  );
}

/** The page's own address in this market, and what it is called in the others. */
function addresses(path: string, { market, publicOrigin }: SlotProps) {
  const canonical = isMarketCode(market) ? marketPath(market, path) : path;
  return [
    <link key="canonical" rel="canonical" href={`${publicOrigin}${canonical}`} />,
    ...alternatesOf(path).map((alternate) => (
      <link
        key={alternate.hreflang}
        rel="alternate"
        hrefLang={alternate.hreflang}
        href={`${publicOrigin}${alternate.path}`}
      />
    )),
  ];
}
