import { readFileSync } from 'node:fs';
import {
  CloudFormationValidatePlugin,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
  type PolicyViolation,
} from 'aws-cdk-lib';
import { type Control, readControls } from './control-tower';

interface Validator {
  controls: ReadonlyMap<string, Control>;
  plugin: CloudFormationValidatePlugin;
}

/** The last one made: its engine takes seconds to start, and often serves the next stage as well. */
let current: Validator | undefined;

function validatorOf(types: ReadonlySet<string>): Validator {
  const wanted = readControls().filter((control) => control.types.some((type) => types.has(type)));
  if (current && wanted.every(({ rule }) => current?.controls.has(rule))) return current;
  current = {
    controls: new Map(wanted.map((control) => [control.rule, control])),
    plugin: new CloudFormationValidatePlugin({
      guardRules: wanted.map(({ id, source }) => ({ name: id, content: source })),
    }),
  };
  return current;
}

function typesIn(templatePaths: readonly string[]): Set<string> {
  const templates: { Resources?: Record<string, { Type: string }> }[] = templatePaths.map((path) =>
    JSON.parse(readFileSync(path, 'utf8')),
  );
  return new Set(
    templates.flatMap(({ Resources = {} }) => Object.values(Resources).map(({ Type }) => Type)),
  );
}

const keyOf = ({
  templatePath,
  resourceLogicalId,
}: PolicyViolation['violatingResources'][number]) => `${templatePath} ${resourceLogicalId}`;

/** What the rule of a control has found, clause by clause, as one violation in the control's words. */
function inWordsOf({ id, rule, title, fix }: Control, found: readonly PolicyViolation[]) {
  const resources = found
    .filter(({ ruleName }) => ruleName === rule)
    .flatMap(({ violatingResources }) => violatingResources);
  return {
    ruleName: id,
    description: title,
    fix,
    severity: 'error',
    violatingResources: [...new Map(resources.map((one) => [keyOf(one), one])).values()],
  };
}

/**
 * CloudFormation Validate (types, properties, references, values) together with the controls of Control Tower,
 * both evaluated by the engine inside the CDK: offline, and the same on every platform.
 */
export class TemplateChecks extends CloudFormationValidatePlugin {
  override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { controls, plugin } = validatorOf(typesIn(context.templatePaths));
    const { violations, ...report } = plugin.validate(context);
    const broken = new Set(violations.flatMap(({ ruleName }) => controls.get(ruleName) ?? []));
    return {
      ...report,
      violations: [
        ...violations.filter(({ ruleName }) => !controls.has(ruleName)),
        ...[...broken].map((control) => inWordsOf(control, violations)),
      ],
    };
  }
}
