import { createRoute, z } from '@hono/zod-openapi';
import { Category } from '../catalog/contract';
import {
  AmountMinor,
  AvailabilityOverride,
  body,
  CancellationPolicy,
  Currency,
  Id,
  IdempotencyKeyHeader,
  json,
  Place,
  TimeZone,
  vitalsRoute,
  WeeklyRule,
} from '../shared/contract';
import { base, idParams, refusals, writeRefusals } from './contract-parts';

export * from './bookings/contract';
export * from './earnings/contract';
export * from './operator/contract';

export const Profile = z
  .object({
    providerId: Id,
    slug: z.string(),
    name: z.string(),
    headline: z.string(),
    about: z.string(),
    status: z.enum(['draft', 'active', 'suspended']),
    verified: z.boolean(),
    chargesEnabled: z.boolean(),
    currency: Currency,
    timeZone: TimeZone,
    place: Place,
  })
  .openapi('Profile');
export type Profile = z.infer<typeof Profile>;

export const ProfileUpdate = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    headline: z.string().trim().max(160),
    about: z.string().trim().max(4000),
  })
  .partial()
  .openapi('ProfileUpdate');

export const ServiceInput = z
  .strictObject({
    title: z.string().trim().min(3).max(120),
    description: z.string().trim().max(4000),
    category: Category,
    priceMinor: AmountMinor.openapi({ description: 'Whole steps of the currency, ≥ its minimum.' }),
    durationMin: z.int().min(5).max(1440),
    stepMin: z.int().min(5).max(1440),
    bufferBefore: z.int().min(0).max(480),
    bufferAfter: z.int().min(0).max(480),
    minNoticeMin: z.int().min(0).max(43_200),
    capacity: z.int().min(1).max(100),
    policy: CancellationPolicy,
    requiresApproval: z.boolean(),
  })
  .openapi('ServiceInput');
export type ServiceInput = z.infer<typeof ServiceInput>;

export const OwnService = ServiceInput.extend({
  id: Id,
  currency: Currency,
  status: z.enum(['draft', 'active', 'paused']),
}).openapi('OwnService');
export type OwnService = z.infer<typeof OwnService>;

export const Availability = z
  .strictObject({
    timeZone: TimeZone,
    rules: z.array(WeeklyRule).max(50),
    overrides: z.array(AvailabilityOverride).max(400),
  })
  .openapi('Availability');
export type Availability = z.infer<typeof Availability>;

export const Onboarding = z
  .object({
    stripeAccountId: z.string().nullable(),
    chargesEnabled: z.boolean(),
    payoutsEnabled: z.boolean(),
    steps: z.array(z.object({ id: z.string(), done: z.boolean() })),
    /** Stripe-hosted page to continue at; absent when nothing is due. */
    url: z.url().optional(),
  })
  .openapi('Onboarding');
export type Onboarding = z.infer<typeof Onboarding>;

export const getProfile = createRoute({
  method: 'get',
  path: `${base}/profile`,
  operationId: 'getProfile',
  responses: { 200: json(Profile, "The signed-in provider's profile"), ...refusals },
});

export const updateProfile = createRoute({
  method: 'patch',
  path: `${base}/profile`,
  operationId: 'updateProfile',
  request: { headers: IdempotencyKeyHeader, body: body(ProfileUpdate) },
  responses: { 200: json(Profile, 'The profile as it now stands'), ...writeRefusals },
});

export const listOwnServices = createRoute({
  method: 'get',
  path: `${base}/services`,
  operationId: 'listOwnServices',
  responses: {
    200: json(z.object({ items: z.array(OwnService) }), 'Every service of the provider'),
    ...refusals,
  },
});

export const createService = createRoute({
  method: 'post',
  path: `${base}/services`,
  operationId: 'createService',
  request: { headers: IdempotencyKeyHeader, body: body(ServiceInput) },
  responses: { 201: json(OwnService, 'The new service'), ...writeRefusals },
});

export const updateService = createRoute({
  method: 'patch',
  path: `${base}/services/{id}`,
  operationId: 'updateService',
  request: {
    params: idParams,
    headers: IdempotencyKeyHeader,
    body: body(
      ServiceInput.partial().extend({ status: z.enum(['draft', 'active', 'paused']).optional() }),
    ),
  },
  responses: { 200: json(OwnService, 'The service as it now stands'), ...writeRefusals },
});

export const getAvailability = createRoute({
  method: 'get',
  path: `${base}/availability`,
  operationId: 'getAvailability',
  responses: { 200: json(Availability, 'Weekly hours and exceptions'), ...refusals },
});

export const putAvailability = createRoute({
  method: 'put',
  path: `${base}/availability`,
  operationId: 'putAvailability',
  request: { headers: IdempotencyKeyHeader, body: body(Availability) },
  responses: { 200: json(Availability, 'Weekly hours and exceptions'), ...writeRefusals },
});

export const createUpload = createRoute({
  method: 'post',
  path: `${base}/uploads`,
  operationId: 'createUpload',
  request: {
    headers: IdempotencyKeyHeader,
    body: body(
      z.strictObject({
        contentType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
        sizeBytes: z.int().positive().max(10_000_000),
      }),
    ),
  },
  responses: {
    201: json(
      z.object({ url: z.url(), fields: z.record(z.string(), z.string()), key: z.string() }),
      'A presigned POST for one file',
    ),
    ...writeRefusals,
  },
});

export const getOnboarding = createRoute({
  method: 'get',
  path: `${base}/onboarding`,
  operationId: 'getOnboarding',
  responses: { 200: json(Onboarding, 'What is left to do'), ...refusals },
});

export const startOnboarding = createRoute({
  method: 'post',
  path: `${base}/onboarding`,
  operationId: 'startOnboarding',
  request: { headers: IdempotencyKeyHeader },
  responses: { 200: json(Onboarding, 'With the page to continue at'), ...writeRefusals },
});

export const reportVitals = vitalsRoute('mf-provider-portal');
