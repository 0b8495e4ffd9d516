import type { GetServerSideProps } from 'next';
import { setCacheHeaders } from '../federation/server/page/page-headers';

/** The page of a document that is no page: everything happens on the server. */
export function NoPage(): null {
  return null;
}

interface Answer {
  contentType: string;
  body: string;
  /** Seconds that the edge may keep it. */
  maxAgeSeconds: number;
}

/** Answers with a document of ours; with 404 when there is none of that name. */
export function plainAnswer(
  make: (params: Record<string, string | string[] | undefined>) => Promise<Answer | undefined>,
): GetServerSideProps {
  return async ({ res, params = {} }) => {
    const answer = await make(params);
    if (!answer) return { notFound: true };
    setCacheHeaders(res, answer.maxAgeSeconds);
    res.setHeader('content-type', answer.contentType);
    res.end(answer.body);
    return { props: {} };
  };
}
