import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { botControl, managedRules, visibility } from '../firewall/managed-rules';

/** Tries to sign in, up or to get a code, of one address in five minutes. A person needs a handful. */
const SIGN_INS_PER_5_MIN = 100;

interface FirewallProps {
  name: string;
  requestsPer5Min: number;
  bots: StageConfig['botControl'];
}

/** Managed rules against scripting, SQL injection and known exploits, and limits for each address. */
export class Firewall extends CfnWebACL {
  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id, {
      name: props.name,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(props.name),
      rules: [
        {
          name: 'RequestsOfOneAddress',
          priority: 0,
          action: { block: {} },
          visibilityConfig: visibility('RequestsOfOneAddress'),
          statement: {
            rateBasedStatement: { limit: props.requestsPer5Min, aggregateKeyType: 'IP' },
          },
        },
        {
          name: 'SignInsOfOneAddress',
          priority: 1,
          action: { block: {} },
          visibilityConfig: visibility('SignInsOfOneAddress'),
          statement: {
            rateBasedStatement: {
              limit: SIGN_INS_PER_5_MIN,
              aggregateKeyType: 'IP',
              scopeDownStatement: {
                byteMatchStatement: {
                  fieldToMatch: { uriPath: {} },
                  positionalConstraint: 'STARTS_WITH',
                  searchString: '/auth/api/',
                  textTransformations: [{ priority: 0, type: 'URL_DECODE' }],
                },
              },
            },
          },
        },
        ...managedRules(2, props.bots ? [botControl(props.bots)] : []),
      ],
    });
  }
}
