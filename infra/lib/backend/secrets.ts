import { SecretValue } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { KeyRotation, type KeyRotationProps } from '../constructs/functions/key-rotation';
import { namesOf } from '../names';
import { publishParameters } from '../parameters';
import { replicaKeyArns } from './replica-keys';

/** What only servers may know: Stripe's keys, and the keys that sign links, overrides and releases. */
export function addSecrets(scope: Construct, props: Omit<KeyRotationProps, 'secret'>): void {
  const { config, keys } = props;
  const encryptionKey = keys.secrets;
  const names = namesOf(config);
  const replicaRegions = Object.entries(replicaKeyArns(config, 'secrets')).map(([region, arn]) => ({
    region,
    encryptionKey: Key.fromKeyArn(scope, `Secrets-${region}`, arn),
  }));
  const signingKey = (id: string, secretName: string, replicas = {}) =>
    new Secret(scope, id, {
      secretName,
      encryptionKey,
      ...replicas,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
  const stripe = new Secret(scope, 'StripeSecret', {
    secretName: names.stripeSecret,
    encryptionKey,
    replicaRegions,
    secretObjectValue: Object.fromEntries(
      Object.entries(config.stripe.initialSecret).map(([name, value]) => [
        name,
        SecretValue.unsafePlainText(value),
      ]),
    ),
  });
  const links = signingKey('LinkSigningSecret', names.linkSigningSecret, { replicaRegions });
  const overrides = signingKey('OverrideSigningSecret', names.overrideSecret);
  new KeyRotation(scope, 'OverrideKeyRotation', { ...props, secret: overrides as ISecret });
  // Read by who may release; the functions and the shell have no right to it.
  signingKey('ReleaseSigningSecret', names.releaseSigningSecret);
  publishParameters(scope, config.stage, {
    'secrets/stripe-arn': stripe.secretArn,
    'secrets/link-signing-arn': links.secretArn,
    'secrets/override-signing-arn': overrides.secretArn,
  });
}
