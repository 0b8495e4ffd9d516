import { z } from '@hono/zod-openapi';
import { Id, problems } from '../shared/contract';

/** What the routes of the portal have in common. */
export const refusals = problems(400, 401, 403, 404, 429, 503);
export const writeRefusals = problems(400, 401, 403, 404, 409, 422, 429, 503);
export const idParams = z.object({ id: Id });
export const base = '/api/provider' as const;
