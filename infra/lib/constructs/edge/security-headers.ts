import {
  PAGE_CACHE_CONTROL_HEADER,
  PAGE_CACHE_TAGS_HEADER,
} from '@marketplace/services/domain/releases';
import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { namesOf } from '../../names';

const STRIPE_JS = 'https://js.stripe.com';

/** The policy for answers that bring none of their own; pages of the shell's `app/` bring one with a nonce. */
export function contentSecurityPolicy(config: StageConfig): string {
  const { homeRegion, stripe, uploadOrigin } = config;
  const uploads =
    uploadOrigin ?? `https://${namesOf(config).assetsBucket}.s3.${homeRegion}.amazonaws.com`;
  const simulatedStripe = stripe.apiOrigin ? [stripe.apiOrigin] : [];
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", STRIPE_JS],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", 'https://api.stripe.com', uploads, ...simulatedStripe],
    'frame-src': [STRIPE_JS, 'https://hooks.stripe.com', ...simulatedStripe],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

const PERMISSIONS = [
  'camera=()',
  'geolocation=(self)',
  'microphone=()',
  `payment=(self "${STRIPE_JS}")`,
  'usb=()',
].join(', ');

/** Headers that every answer of the distribution carries, and those that none may show. */
export class SecurityHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id, {
      responseHeadersPolicyName: `marketplace-${config.stage}-security`,
      securityHeadersBehavior: {
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          preload: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityPolicy(config),
          override: false,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: PERMISSIONS, override: true },
          { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
          {
            header: 'cross-origin-opener-policy',
            value: 'same-origin-allow-popups',
            override: true,
          },
        ],
      },
      removeHeaders: ['x-powered-by', PAGE_CACHE_CONTROL_HEADER, PAGE_CACHE_TAGS_HEADER],
    });
  }
}
