import type { Anomaly } from '../checker/anomaly';
import { checkHistory } from '../checker/check';
import { readHistory } from '../history/file';
import { SHORT } from '../run/pace';
import { recordHistory } from '../run/run';
import type { PlantedBug } from './bugs';

/** Records a short history of services with a planted bug, and checks it. */
export async function tryPlanted(bug: PlantedBug, path: string, seed: number): Promise<Anomaly[]> {
  await recordHistory({
    name: bug.name.replaceAll(/\W+/g, '-'),
    path,
    seed,
    rounds: 2,
    attempts: 40,
    clients: 16,
    timing: SHORT.timing,
    planted: bug.edits,
    ...(bug.needsFaults && { faults: SHORT.faults }),
  });
  return checkHistory(readHistory(path));
}
