import { type Driven, drive, type Visitors } from './drive';
import { printDriven } from './report';
import { total } from './tally';

const FIRST_RATE = 4;
/** Steps at the first rate before anything counts: functions start, pages are kept for the first time. */
const WARM_UP_STEPS = 3;
const STEP = 1.5;
const HIGHEST_RATE = 1_000;
/** A larger share of refusals is no longer keeping up. */
const REFUSED_SHARE = 0.01;

/** Raises the rate until answers come late or not at all; the last rate that went well, or the first one. */
export async function findKnee(
  visitors: Visitors,
  { secondsPerStep, p99Ms }: { secondsPerStep: number; p99Ms: number },
): Promise<number> {
  await drive(visitors, FIRST_RATE, WARM_UP_STEPS * secondsPerStep);
  let knee = FIRST_RATE;
  for (let rate = FIRST_RATE; rate <= HIGHEST_RATE; rate = Math.round(rate * STEP)) {
    const driven = await drive(visitors, rate, secondsPerStep);
    printDriven(driven);
    if (driven.p99Ms > p99Ms || refusedShare(driven) > REFUSED_SHARE) break;
    knee = rate;
  }
  return knee;
}

function refusedShare({ lost, tally }: Driven): number {
  const refused = total(tally, 'shed') + total(tally, 'wrong') + lost;
  return refused / Math.max(1, total(tally, 'served') + refused);
}
