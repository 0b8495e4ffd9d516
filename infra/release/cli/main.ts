import type { SliceName } from '@marketplace/kit/slice';
import { promoted, rolledBack } from '../activation/activation';
import { changeServed } from '../activation/change-served';
import { untilServed } from '../activation/first-page';
import { readHistory } from '../activation/history';
import { actor } from '../actor';
import { RELEASE_CHECKS } from '../checks';
import { recordContract } from '../checks/contract/recorded';
import { releaseSlice } from '../release-slice';
import { historyTable } from '../report/history';
import { createProgress } from '../report/progress';
import { statusTable } from '../report/status';
import { changeService, checkService, releaseService } from '../service/release-service';
import { publicSigningKey } from '../signing';
import { publicOrigin, serviceTarget, stageTarget } from '../stage-target';
import { type ReleaseTarget, releaseClients } from '../target';
import { observer } from '../watch/figures';
import { reportInterruption } from './interruption';
import { type Command, parseCommand } from './options';

const ROOT = process.cwd();
const CHANGES = { promote: promoted, rollback: rolledBack };

async function main(command: Command): Promise<void> {
  if (command.name === 'contract') return recordContract(ROOT);
  if (command.name === 'service') return releaseOfService(command);
  const target = await stageTarget(command.stage);
  const clients = releaseClients(target);
  switch (command.name) {
    case 'status':
      return console.log(await statusTable(target, observer(target.region)));
    case 'key':
      return console.log(await publicSigningKey(target, clients));
    case 'history':
      return console.log(historyTable(await readHistory(command.slice, target, clients)));
    case 'release':
      return release(command.slice, command.canaryShare, target, publicOrigin(command.stage));
    case 'promote':
    case 'rollback':
      return change(command.name, command.slice, target);
  }
}

async function release(
  slice: SliceName,
  canaryShare: number | undefined,
  target: ReleaseTarget,
  origin: string,
): Promise<void> {
  const progress = createProgress((text) => process.stdout.write(text));
  reportInterruption(slice, target, progress, console.error);
  console.log(slice);
  const { release: name, changed } = await releaseSlice({
    slice,
    target,
    progress,
    by: actor(ROOT),
    checks: RELEASE_CHECKS,
    untilServed: (name) => untilServed({ slice, release: name, publicOrigin: origin }),
    ...(canaryShare === undefined ? {} : { canaryShare }),
  });
  if (!changed) console.log(`  ${name} is live and made of these sources: nothing to do`);
}

async function releaseOfService(command: Command & { name: 'service' }): Promise<void> {
  const { stage, service, action, canaryShare } = command;
  const release = {
    service,
    root: ROOT,
    target: await serviceTarget(stage),
    progress: createProgress((text) => process.stdout.write(text)),
    ...(canaryShare === undefined ? {} : { canaryShare }),
  };
  console.log(`${service} service`);
  if (stage === 'local') {
    await checkService(release);
    console.log('  The laptop runs one version of a service: start it again to have the new one.');
  } else if (action === 'release') await releaseService(release);
  else await changeService(action, release);
}

async function change(
  action: keyof typeof CHANGES,
  slice: SliceName,
  target: ReleaseTarget,
): Promise<void> {
  const record = await changeServed(
    { slice, action, by: actor(ROOT), now: new Date(), change: CHANGES[action] },
    target,
    releaseClients(target),
  );
  console.log(`${slice} ${record.live} is live for everybody`);
}

Promise.resolve()
  .then(() => main(parseCommand(process.argv.slice(2))))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
