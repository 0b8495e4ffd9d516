import type { Loader } from '@marketplace/kit/slice';
import type { ProviderPage } from '@marketplace/services/catalog/contract';
import { fetchProvider } from './catalog';
import { unlessMissing } from './unless-missing';
import { wordsOf } from './words';

const MAX_AGE_SECONDS = 60;

export interface ProviderProps {
  renderedAt: string;
  /** Null when there is no such provider. */
  provider: ProviderPage | null;
}

/** @throws when the service does not answer. */
export const loadProvider: Loader<ProviderProps> = async ({ params, locale, services, signal }) => {
  const { slug = '' } = params;
  const reach = { baseUrl: services.catalog, signal };
  const provider = await unlessMissing(fetchProvider(slug, reach));
  const renderedAt = new Date().toISOString();
  const words = wordsOf('provider', locale);
  if (!provider) {
    return {
      props: { renderedAt, provider },
      head: { title: words('missing') },
      status: 404,
      maxAgeSeconds: MAX_AGE_SECONDS,
    };
  }
  const { name, headline, place } = provider;
  return {
    props: { renderedAt, provider },
    head: {
      title: name,
      description: words('description', { name, headline, city: place.city }),
      canonicalPath: `/p/${provider.slug}`,
    },
    maxAgeSeconds: MAX_AGE_SECONDS,
  };
};
