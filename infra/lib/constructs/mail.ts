import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/** The domain mail is sent from; everything it sends goes through one configuration set, over TLS. */
export class Mail extends Construct {
  constructor(scope: Construct, id: string, props: { domain: string; configurationSet: string }) {
    super(scope, id);
    const configurationSet = new ConfigurationSet(this, 'Outgoing', {
      configurationSetName: props.configurationSet,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
    });
    new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(props.domain),
      configurationSet,
    });
  }
}
