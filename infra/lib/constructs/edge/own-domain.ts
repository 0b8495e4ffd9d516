import {
  Certificate,
  CertificateValidation,
  type ICertificate,
} from 'aws-cdk-lib/aws-certificatemanager';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import {
  AaaaRecord,
  ARecord,
  HostedZone,
  type IHostedZone,
  RecordTarget,
} from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';

type Domain = NonNullable<StageConfig['domain']>;

/** The distribution's own name: its certificate and, where the zone is in Route 53, its addresses. */
export class OwnDomain extends Construct {
  readonly name: string;
  readonly certificate: ICertificate;
  readonly #zone: IHostedZone | undefined;

  constructor(scope: Construct, domain: Domain) {
    super(scope, 'Domain');
    this.name = domain.name;
    if ('zone' in domain) {
      this.#zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
        hostedZoneId: domain.zone.id,
        zoneName: domain.zone.name,
      });
      this.certificate = new Certificate(this, 'Certificate', {
        domainName: domain.name,
        validation: CertificateValidation.fromDns(this.#zone),
      });
    } else {
      this.certificate = Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn);
    }
  }

  /** Lets the name lead to the distribution; elsewhere than in Route 53 somebody does that by hand. */
  leadTo(distribution: Distribution): void {
    if (!this.#zone) return;
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    const record = { zone: this.#zone, recordName: this.name, target };
    new ARecord(this, 'Address', record);
    new AaaaRecord(this, 'AddressV6', record);
  }
}
