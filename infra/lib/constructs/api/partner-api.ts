import { ApiKey, type IRestApi, Period, UsagePlan } from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { namesOf } from '../../names';
import { readsOf } from '../openapi';
import type { Platform } from '../platform';
import { ServiceApi } from '../rest-api';
import type { SliceService } from '../slice-service';

export interface PartnerApiProps {
  name: string;
  service: SliceService;
  platform: Platform;
}

/**
 * What partners read of a service from servers of their own: its public questions, behind a key for each of
 * them that limits requests a second and a day. Visitors' browsers have no key and never come here.
 */
export class PartnerApi extends Construct {
  constructor(scope: Construct, id: string, { name, platform, service }: PartnerApiProps) {
    super(scope, id);
    const { api } = new ServiceApi(this, 'RestApi', {
      name: `${name}-partners`,
      service: name,
      document: readsOf(service.document),
      handler: service.live,
      answeredBy: {},
      needsKey: true,
      platform,
    });
    for (const partner of platform.config.partners) {
      const keyName = namesOf(platform.config).partnerKey(partner.name);
      const plan = new UsagePlan(this, `Plan-${partner.name}`, {
        name: keyName,
        description: `What ${partner.name} may ask`,
        throttle: { rateLimit: partner.ratePerSecond, burstLimit: partner.burst },
        quota: { limit: partner.requestsPerDay, period: Period.DAY },
        // The library's classes miss their own interfaces under exactOptionalPropertyTypes.
        apiStages: [{ api: api as IRestApi, stage: api.deploymentStage }],
      });
      const key = new ApiKey(this, `Key-${partner.name}`, {
        apiKeyName: keyName,
        description: `Tells ${partner.name} apart from other partners`,
      });
      plan.addApiKey(key);
    }
  }
}
