import { type App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { TemplateChecks } from './template-checks';

/** Makes the synthesis of an app fail over whatever AWS, cdk-nag or Control Tower find, unless it is acknowledged. */
export function addChecks(app: App): void {
  // The library's class misses its own interface under exactOptionalPropertyTypes.
  const templateChecks = new TemplateChecks() as IPolicyValidationPlugin;
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), templateChecks);
}
