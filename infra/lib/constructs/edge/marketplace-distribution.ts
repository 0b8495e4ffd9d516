import { PAGE_CACHE_TAGS_HEADER } from '@marketplace/services/domain/releases';
import { Duration } from 'aws-cdk-lib';
import {
  type CfnDistribution,
  Distribution,
  HttpVersion,
  type IDistribution,
  SecurityPolicyProtocol,
} from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { Artifacts } from '../../artifacts';
import { marketplaceBehaviors } from './behaviors';
import { edgeLambdas } from './edge-lambdas';
import { Firewall } from './firewall';
import { marketplaceOrigins } from './origins';
import { OwnDomain } from './own-domain';
import { EdgePolicies } from './policies';
import { SecurityHeaders } from './security-headers';
import type { ViewerFunctions } from './viewer-functions';

const ERROR_STATUSES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

export interface MarketplaceDistributionProps {
  config: StageConfig;
  artifacts: Artifacts;
  viewerFunctions: ViewerFunctions;
  logs: IBucket;
}

/** The one door: behaviours, edge functions, firewall and headers in front of every origin. */
export class MarketplaceDistribution extends Construct {
  readonly distribution: IDistribution;

  constructor(scope: Construct, id: string, props: MarketplaceDistributionProps) {
    super(scope, id);
    const { config, logs } = props;
    const prefix = `marketplace-${config.stage}`;
    const firewall = new Firewall(this, 'Firewall', {
      name: prefix,
      requestsPer5Min: config.firewallRequestsPer5Min,
      bots: config.botControl,
    });
    const { page, additional } = marketplaceBehaviors({
      origins: marketplaceOrigins(this, config),
      policies: new EdgePolicies(this, 'Policies', { prefix }),
      headers: new SecurityHeaders(this, 'Headers', config),
      viewerFunctions: props.viewerFunctions.associations,
      ...edgeLambdas(this, props),
    });
    const domain = config.domain && new OwnDomain(this, config.domain);
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Marketplace, ${config.stage}`,
      defaultBehavior: page,
      additionalBehaviors: additional,
      webAclId: firewall.attrArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: 'distribution/',
      // Errors are the origins' own answers, kept only as long as they say themselves.
      errorResponses: ERROR_STATUSES.map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
      })),
      ...(domain && {
        domainNames: [domain.name],
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        certificate: domain.certificate,
      }),
    });
    domain?.leadTo(distribution);
    // The library's own class does not know tags yet.
    (distribution.node.defaultChild as CfnDistribution).addPropertyOverride(
      'DistributionConfig.CacheTagConfig',
      { HeaderName: PAGE_CACHE_TAGS_HEADER },
    );
    this.distribution = distribution;
  }
}
