import { BRAND_NAME } from '@marketplace/kit/ui/brand';
import Head from 'next/head';
import { Slot } from './slot';
import type { ComposedPageProps } from './slot-state';

/** Every composed route: title and canonical address from the main slot, the slots one below the other. */
export function ComposedPage({ slots, settings, head }: ComposedPageProps) {
  const { title, description, canonicalPath } = head;
  return (
    <>
      <Head>
        <title>{title ? `${title} · ${BRAND_NAME}` : BRAND_NAME}</title>
        {description ? <meta name="description" content={description} /> : null}
        {canonicalPath ? (
          <link rel="canonical" href={`${settings.publicOrigin}${canonicalPath}`} />
        ) : null}
      </Head>
      {Object.entries(slots).map(([key, state]) => (
        <Slot key={`${key} ${state.slice}/${state.name}`} state={state} settings={settings} />
      ))}
    </>
  );
}
