import type { Loader } from '@marketplace/kit/slice';
import { ProblemError, request } from '@marketplace/kit/slice/request';
import { inLanguage } from '@marketplace/kit/slice/words';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { CATALOGUES, SPOKEN } from '../data/words';

export interface BookingFlowProps {
  /** Null when there is no such service on offer. */
  service: ServiceDetail | null;
  /** The start that the visitor tapped on the page before, a UTC instant. */
  start: string | null;
  /** When the server looked, a UTC instant; where the calendar starts. */
  now: string;
}

const MAX_AGE_SECONDS = 30;

const loadProps: Loader<BookingFlowProps> = async ({ params, query, services, signal }) => {
  const now = new Date().toISOString();
  const id = encodeURIComponent(params.serviceId ?? '');
  try {
    const service = await request<ServiceDetail>(`/api/catalog/services/${id}`, {
      baseUrl: services.catalog,
      signal,
    });
    return {
      props: { service, start: query.start ?? null, now },
      head: { title: service.title, canonicalPath: `/book/${id}` },
      maxAgeSeconds: MAX_AGE_SECONDS,
    };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status !== 404) throw error;
    return { props: { service: null, start: null, now }, head: { title: '404' }, status: 404 };
  }
};

export const load = inLanguage(loadProps, CATALOGUES, SPOKEN.BookingFlow);
