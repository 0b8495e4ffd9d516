import { isBuilding } from '../../../env';
import { releaseRecords } from './release-records';
import { warmReleases } from './warm';

let isStarted = false;

/**
 * Looks up the releases and loads them as soon as the server knows its first composed page, which is
 * before it takes visitors: they need not wait for what is silent, nor for what is merely new.
 */
export function startReleases(): void {
  if (isStarted || isBuilding()) return;
  isStarted = true;
  releaseRecords()
    .then(warmReleases)
    .catch(() => undefined);
}
