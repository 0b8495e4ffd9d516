import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { type Acknowledgement, acknowledge, isControl } from '../../lib/acknowledgement';
import { addChecks } from '../../lib/checks/add-checks';

/** Account and region of planted stacks. */
export const ENVIRONMENT = { env: { account: '111111111111', region: 'eu-west-1' } };

interface Report {
  pluginReports: {
    violations: { ruleName: string }[];
    suppressedViolations?: { acknowledgedId: string; acknowledgedAt: string }[];
  }[];
}

/** Where findings are: their id and the path of a construct. */
type Found = (id: string, path: string) => boolean;

/** What the checks say of an app: what nobody has acknowledged, and where acknowledgements were needed. */
function findingsOf(app: App): { left: { ruleName: string }[]; needed: Found } {
  addChecks(app);
  const { directory } = app.synth();
  const { pluginReports }: Report = JSON.parse(
    readFileSync(join(directory, 'validation-report.json'), 'utf8'),
  );
  const accepted = pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations);
  return {
    left: pluginReports.flatMap(({ violations }) => violations),
    needed: (id, path) =>
      accepted.some(
        ({ acknowledgedId, acknowledgedAt }) => acknowledgedId === id && acknowledgedAt === path,
      ),
  };
}

export const ANNOTATION = 'Annotation::';

/** Warnings of the CDK's own constructs. An acknowledgement removes them, so they are looked for before it. */
function warningsOf(app: App): Found {
  const warnings = app.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata.map(({ data }) => ({ path: node.path, text: String(data) })),
    );
  return (id, at) =>
    warnings.some(
      ({ path, text }) =>
        (path === at || path.startsWith(`${at}/`)) &&
        text.includes(`[ack: ${id.replace(ANNOTATION, '')}]`),
    );
}

/** Acknowledgements that accept nothing: those of controls construct by construct, others as a whole. */
function unneeded(app: App, accepted: readonly Acknowledgement[], needed: Found, warned: Found) {
  const paths = app.node.findAll().map(({ node }) => node.path);
  return accepted.filter(({ at, id }) => {
    const isFound = id.startsWith(ANNOTATION) ? warned : needed;
    const named = paths.filter((path) => at.test(path));
    const accepts = (path: string) => isFound(id, path);
    return isControl(id) ? !named.every(accepts) : !named.some(accepts);
  });
}

/** Checks an app with these findings accepted: what is left, and which of them accept nothing. */
export function checked(app: App, accepted: readonly Acknowledgement[]) {
  const warned = warningsOf(app);
  acknowledge(app, accepted);
  const { left, needed } = findingsOf(app);
  return { left, unneeded: unneeded(app, accepted, needed, warned) };
}
