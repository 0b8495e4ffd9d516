import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTRACT_VERSION } from '@marketplace/kit/slice';
import { runTool } from '../../run-tool';
import { type ContractChanges, compareContracts } from './compare';
import { type ContractDescription, describeContract } from './describe';

interface RecordedContract extends ContractDescription {
  version: string;
}

const RECORD = 'shell/kit/slice/contract.json';
const VERSION = 'shell/kit/slice/version.ts';

/** Throws a sentence when the contract in the code is not the one on record under its version. */
export async function requireRecordedContract(root: string): Promise<void> {
  requireSameContract(await recordedContract(root), {
    version: CONTRACT_VERSION,
    ...(await describeContract(root)),
  });
}

/** Writes down the contract of the code; refuses when its version says less than has changed. */
export async function recordContract(root: string): Promise<void> {
  const next = { version: CONTRACT_VERSION, ...(await describeContract(root)) };
  const recorded = await recordedContract(root).catch(() => next);
  requireVersion(recorded.version, next.version, compareContracts(recorded, next));
  await writeFile(path.join(root, RECORD), JSON.stringify(next));
  await runTool(root, ['biome', 'format', '--write', RECORD]);
}

/** The rule itself: equal, or a clear sentence about what to do. */
export function requireSameContract(recorded: RecordedContract, now: RecordedContract): void {
  const changes = compareContracts(recorded, now);
  const isSame = Object.values(changes).every((sentences) => sentences.length === 0);
  if (isSame && recorded.version === now.version) return;
  requireVersion(recorded.version, now.version, changes);
  throw new Error(
    `The contract on record is another one than that of the code: write it down with \`npm run release -- contract\`.`,
  );
}

function requireVersion(before: string, after: string, changes: ContractChanges): void {
  const { breaking, additions } = changes;
  const needed = nextVersion(before, changes);
  if (isAtLeast(after, needed)) return;
  const kind = breaking.length > 0 ? 'breaks releases that are live' : 'asks for a newer shell';
  throw new Error(
    [
      `The contract between shell and slices changed and ${kind}:`,
      ...[...breaking, ...additions].map((sentence) => `  - ${sentence}`),
      `Take that back, or raise CONTRACT_VERSION in ${VERSION} from ${after} to ${needed} and deploy the shell first.`,
    ].join('\n'),
  );
}

function nextVersion(version: string, { breaking, additions }: ContractChanges): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (breaking.length > 0) return `${major + 1}.0`;
  return additions.length > 0 ? `${major}.${minor + 1}` : version;
}

function isAtLeast(version: string, needed: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

async function recordedContract(root: string): Promise<RecordedContract> {
  return JSON.parse(await readFile(path.join(root, RECORD), 'utf8')) as RecordedContract;
}
