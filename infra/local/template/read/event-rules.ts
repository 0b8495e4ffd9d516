import type { CloudAssembly, EventRuleSpec } from '../types';
import { read } from './values';

/** EventBridge rules that hand events of AWS services to functions. */
export function readEventRules(assembly: CloudAssembly): EventRuleSpec[] {
  return assembly
    .resources('AWS::Events::Rule')
    .map(read)
    .filter((rule) => rule.has('EventPattern') && rule.optionalText('State') !== 'DISABLED')
    .map((rule) => ({
      pattern: Object.fromEntries(rule.object('EventPattern').entries()),
      functionArns: rule
        .objects('Targets')
        .map((target) => target.text('Arn'))
        .filter((arn) => arn.includes(':lambda:')),
    }));
}
