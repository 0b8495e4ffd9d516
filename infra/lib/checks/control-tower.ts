import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A proactive control of AWS Control Tower, whose rule about templates is written in Guard's language. */
export interface Control {
  /** As AWS documents it, e.g. `CT.S3.PR.2`. */
  id: string;
  /** Name of the rule in its source, under which the engine reports it. */
  rule: string;
  title: string;
  fix: string;
  /** Types of resources that the rule looks at. */
  types: readonly string[];
  source: string;
}

const RULE = /^rule (\w+) when/m;
const MESSAGE = /\[(CT\.[A-Z0-9.-]+)\]: *(.+?)\s*\n\s*\[FIX\]: *(.+)/;
const TYPE = /["'](AWS::\w+::\w+)["']/g;

function readControl(path: string): Control {
  const source = readFileSync(path, 'utf8');
  const [, rule] = RULE.exec(source) ?? [];
  const [, id, title, fix] = MESSAGE.exec(source) ?? [];
  const types = [...source.matchAll(TYPE)].map(([, type]) => type ?? '');
  if (!(rule && id && title && fix && types.length > 0)) {
    throw new Error(`${path} is not written as controls are.`);
  }
  return { id, rule, title, fix, types, source };
}

/** Every control that AWS publishes with its own validator; only their texts are used, not its binaries. */
export function readControls(): Control[] {
  const manifest = createRequire(import.meta.url).resolve(
    '@cdklabs/cdk-validator-cfnguard/package.json',
  );
  const directory = join(dirname(manifest), 'rules/control-tower/cfn-guard');
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.guard'))
    .sort()
    .map((name) => readControl(join(directory, name)));
}
