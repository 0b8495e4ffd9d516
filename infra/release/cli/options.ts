import { parseArgs } from 'node:util';
import { SLICE_NAMES, type SliceName } from '@marketplace/kit/slice';
import { parseStageName, type StageName } from '../../config';
import { SERVICES, type ServiceName } from '../service/release-service';

const USAGE = `Usage, for a slice of ${SLICE_NAMES.join(', ')}:
  npm run release -- <slice> [--canary 10] [--stage local]
  npm run release -- promote <slice>
  npm run release -- rollback <slice>
  npm run release -- history <slice>
  npm run release -- status
  npm run release -- <service> --service [--canary 10], and promote or rollback <service> --service
  npm run release -- contract     writes down the contract of the working tree
  npm run release -- key          prints the public key of the stage's releases`;

const OF_A_SLICE = ['promote', 'rollback', 'history'] as const;
const OF_A_STAGE = ['status', 'contract', 'key'] as const;

export type Command = { stage: StageName } & (
  | { name: 'release'; slice: SliceName; canaryShare?: number }
  | { name: 'history'; slice: SliceName }
  | { name: 'promote' | 'rollback'; slice: SliceName }
  | { name: (typeof OF_A_STAGE)[number] }
  | {
      name: 'service';
      action: 'release' | 'promote' | 'rollback';
      service: ServiceName;
      canaryShare?: number;
    }
);

/** What the command line asks for; throws the usage when it asks for nothing we know. */
export function parseCommand(args: string[]): Command {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      canary: { type: 'string' },
      service: { type: 'boolean', default: false },
      stage: { type: 'string', default: 'local' },
    },
  });
  const [first = '', second] = positionals;
  const stage = parseStageName(values.stage);
  const canary = values.canary === undefined ? {} : { canaryShare: shareOf(values.canary) };
  if (values.service) return { ...serviceCommand(first, second), ...canary, stage };
  const ofStage = OF_A_STAGE.find((name) => name === first);
  if (ofStage) return { name: ofStage, stage };
  const ofSlice = OF_A_SLICE.find((name) => name === first);
  if (ofSlice) return { name: ofSlice, slice: sliceNamed(second), stage };
  return { name: 'release', slice: sliceNamed(first), stage, ...canary };
}

function serviceCommand(first: string, second: string | undefined) {
  const action = first === 'promote' || first === 'rollback' ? first : 'release';
  const name = action === 'release' ? first : second;
  const service = SERVICES.find((known) => known === name);
  if (!service) throw new Error(`${USAGE}\nServices: ${SERVICES.join(', ')}`);
  return { name: 'service', action, service } as const;
}

function sliceNamed(name: string | undefined): SliceName {
  const slice = SLICE_NAMES.find((known) => known === name);
  if (!slice) throw new Error(USAGE);
  return slice;
}

function shareOf(text: string): number {
  const share = Number(text);
  if (Number.isInteger(share) && share > 0 && share < 100) return share;
  throw new Error('--canary takes a whole percentage between 1 and 99.');
}
