import { z } from '@hono/zod-openapi';
import { PROBLEMS } from './problem-codes';

/** RFC 9457 problem document; `code` is stable and what clients branch on. */
export const Problem = z
  .object({
    type: z.string().openapi({ example: 'https://ecosystem.example/problems/slot-taken' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string().openapi({ example: 'SLOT_TAKEN' }),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'One entry per refused input field; `path` is dotted.' }),
  })
  .loose()
  .openapi('Problem');
export type Problem = z.infer<typeof Problem>;

const problemContent = { 'application/problem+json': { schema: Problem } };

const DESCRIPTIONS = {
  400: 'The input is not valid; `errors` says where.',
  401: 'Sign in first, or the token is not valid.',
  403: 'Signed in, but this is not yours to do.',
  404: 'There is no such thing, or it is not yours to see.',
  409: 'The state has moved on; `code` says how.',
  422: 'The idempotency key was used with another body.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  503: 'Not able to answer now; `Retry-After` says when to come back.',
} as const;

/** The codes that come with a status, for the documents that describe the API. */
function codesOf(status: number): string[] {
  return Object.entries(PROBLEMS).flatMap(([code, [of]]) => (of === status ? [code] : []));
}

/** Problem responses for a route, by status: `problems(400, 404)`. */
export function problems<S extends keyof typeof DESCRIPTIONS>(...statuses: S[]) {
  const responses: Partial<Record<S, { description: string; content: typeof problemContent }>> = {};
  for (const status of statuses) {
    const description = `${DESCRIPTIONS[status]} Codes: ${codesOf(status).join(', ')}.`;
    responses[status] = { description, content: problemContent };
  }
  return responses as Required<typeof responses>;
}
