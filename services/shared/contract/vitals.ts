import { createRoute, z } from '@hono/zod-openapi';
import { SLICES, type SliceName } from '../../domain/releases';
import { VITALS_LIMITS, VITALS_PATHS } from '../../domain/vitals';
import { body } from './media';
import { problems } from './problem';

const milliseconds = z.number().min(0).max(VITALS_LIMITS.ms).optional();

/** Only numbers, and names that we gave: nothing in it can tell who. */
const SliceReport = z
  .strictObject({
    slice: z.enum(SLICES),
    release: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/),
    views: z.int().min(0).max(1),
    errors: z.int().min(0).max(VITALS_LIMITS.errors),
    lcpMs: milliseconds,
    inpMs: milliseconds,
    cls: z.number().min(0).max(VITALS_LIMITS.cls).optional(),
  })
  .openapi('SliceReport', { description: 'What one browser saw of one release of a slice.' });

/** The route by which browsers report on a slice, for the contract of the slice's service. */
export const vitalsRoute = (slice: SliceName) =>
  createRoute({
    method: 'post',
    path: VITALS_PATHS[slice],
    operationId: 'reportVitals',
    summary: 'Errors and web vitals that a browser saw of a release',
    request: { body: body(SliceReport) },
    responses: { 204: { description: 'Counted' }, ...problems(400, 403, 404, 429) },
  });
