import type { Loader } from '@marketplace/kit/slice';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { fetchService } from './catalog';
import { unlessMissing } from './unless-missing';
import { wordsOf } from './words';

const MAX_AGE_SECONDS = 60;

export interface ServiceProps {
  renderedAt: string;
  /** Null when there is no such service. */
  service: ServiceDetail | null;
}

/** @throws when the service does not answer. */
export const loadService: Loader<ServiceProps> = async ({ params, locale, services, signal }) => {
  const { serviceId = '' } = params;
  const reach = { baseUrl: services.catalog, signal };
  const service = await unlessMissing(fetchService(serviceId, reach));
  const renderedAt = new Date().toISOString();
  const words = wordsOf('detail', locale);
  if (!service) {
    return {
      props: { renderedAt, service },
      head: { title: words('missing') },
      status: 404,
      maxAgeSeconds: MAX_AGE_SECONDS,
    };
  }
  const { title, providerName: provider, city } = service;
  return {
    props: { renderedAt, service },
    head: {
      title: words('headTitle', { title, provider }),
      description: words('description', { title, provider, city }),
      canonicalPath: `/s/${service.id}`,
    },
    maxAgeSeconds: MAX_AGE_SECONDS,
  };
};
