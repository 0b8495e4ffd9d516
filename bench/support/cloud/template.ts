import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL_REGION } from '../../../infra/local/client';
import { loadAssembly } from '../../../infra/local/template/assembly';
import { readEventSources } from '../../../infra/local/template/read/event-sources';
import { readFunctions } from '../../../infra/local/template/read/functions';
import { readRestApis } from '../../../infra/local/template/read/rest-apis';
import { readSecrets } from '../../../infra/local/template/read/secrets';
import { readTables } from '../../../infra/local/template/read/tables';
import type { FunctionSpec } from '../../../infra/local/template/types';
import { ROOT } from './edits';

/** CDK's own variable for where it writes. */
const ASSEMBLY_DIR = process.env.CDK_OUTDIR ?? join(ROOT, 'infra/cdk.out');
const PREFIX = 'marketplace-local-';
/** The functions of bookings and their money. */
export const FUNCTIONS = ['booking', 'provider', 'payments', 'booking-processor', 'sweeper'];
const APIS = ['booking', 'provider', 'payments'];

/**
 * What the synthesised templates say about bookings and their money, with freshly bundled functions.
 * @throws Error when nothing was synthesised yet.
 */
export function readTemplate(bundlesDir: string, requestSeconds: number) {
  if (!existsSync(join(ASSEMBLY_DIR, 'manifest.json'))) {
    throw new Error(`There are no templates in ${ASSEMBLY_DIR}: run \`npm run build\` first.`);
  }
  const assembly = loadAssembly(ASSEMBLY_DIR);
  const functions = readFunctions(assembly, LOCAL_REGION).flatMap((spec) => {
    const name = spec.name.slice(PREFIX.length);
    if (!FUNCTIONS.includes(name)) return [];
    const isApi = APIS.includes(name);
    return [
      {
        ...spec,
        codeDir: join(bundlesDir, name),
        ...(isApi && { timeoutSeconds: requestSeconds }),
      },
    ];
  });
  const secrets = readSecrets(assembly);
  const stripe = secrets.find(({ name }) => name === setting(functions, 'STRIPE_SECRET_ID'));
  const [table] = readTables(assembly);
  if (!table) throw new Error(`The templates in ${ASSEMBLY_DIR} have no table`);
  return {
    functions,
    table,
    apis: readRestApis(assembly).filter(({ name }) => APIS.includes(name)),
    secrets,
    stripeSecret: JSON.parse(stripe?.value ?? '{}') as Record<string, string>,
    sources: readEventSources(assembly).filter(({ functionArn }) =>
      functionArn.includes(`${PREFIX}booking-processor`),
    ),
    setting: (name: string) => setting(functions, name),
  };
}

/** A function and API like those of a service, with other code: a control to measure against. */
export function controlOf(
  { functions, apis }: Pick<Template, 'functions' | 'apis'>,
  service: string,
  codeDir: string,
) {
  const original = functions.find(({ name }) => name === `${PREFIX}${service}`);
  const api = apis.find(({ name }) => name === service);
  if (!original || !api) throw new Error(`The templates have no service ${service}`);
  const fn: FunctionSpec = {
    ...original,
    codeDir,
    name: `${PREFIX}control`,
    arn: original.arn.replace(new RegExp(`${service}$`), 'control'),
  };
  const body = JSON.parse(JSON.stringify(api.body).replaceAll(original.arn, fn.arn));
  return { fn, api: { ...api, id: 'control', name: 'control', body } };
}

export type Template = ReturnType<typeof readTemplate>;

export const functionNamed = (name: string) => `${PREFIX}${name}:live`;

function setting(functions: readonly FunctionSpec[], name: string): string {
  const value = functions.map(({ environment }) => environment[name]).find((found) => found);
  if (value === undefined) throw new Error(`No function of the template has the variable ${name}`);
  return value;
}
