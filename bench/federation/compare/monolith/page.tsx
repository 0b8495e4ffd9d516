import type { SliceName, SlotProps } from '@marketplace/kit/slice';
import { BRAND_NAME } from '@marketplace/kit/ui/brand';
import { alternatesOf, isMarketCode, marketPath } from '@marketplace/services/domain/markets';
import Head from 'next/head';
import { type ComponentType, useEffect } from 'react';
import { noteShown } from '../../../../shell/src/vitals/note';
import type { MonolithPageProps } from './props';

/** A page that renders a slice's module as one would without federation: it imports it. */
export function monolithPage<Props extends object>(
  slice: SliceName,
  name: string,
  Module: ComponentType<Props & { slot: SlotProps }>,
) {
  return function MonolithPage({ props, settings, head }: MonolithPageProps) {
    const { title, description, canonicalPath } = head;
    const { market, publicOrigin } = settings;
    useEffect(
      () => noteShown({ slice, name, status: 'ready', wanted: 'monolith', props }),
      [props],
    );
    return (
      <>
        <Head>
          <title>{`${title} · ${BRAND_NAME}`}</title>
          {description ? <meta name="description" content={description} /> : null}
          {canonicalPath && isMarketCode(market) ? (
            <link rel="canonical" href={`${publicOrigin}${marketPath(market, canonicalPath)}`} />
          ) : null}
          {alternatesOf(canonicalPath ?? '/').map(({ hreflang, path }) => (
            <link
              key={hreflang}
              rel="alternate"
              hrefLang={hreflang}
              href={`${publicOrigin}${path}`}
            />
          ))}
        </Head>
        <div data-slice={slice} data-release="monolith">
          <Module {...(props as Props)} slot={settings} />
        </div>
      </>
    );
  };
}
