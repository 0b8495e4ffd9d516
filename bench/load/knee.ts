import { type Driven, drive, type Visitors } from './drive';
import { printDriven } from './report';
import { total } from './tally';

const FIRST_RATE = 2;
/** Steps at the first rate before anything counts: functions start, pages are kept for the first time. */
const WARM_UP_STEPS = 3;
const STEP = 1.5;
const HIGHEST_RATE = 1_000;
/** What still counts as keeping up. */
const P99_MS = 1_500;
const REFUSED_SHARE = 0.01;
const ANSWERED_SHARE = 0.9;

/** Raises the rate until answers come late or not at all; the last rate that went well. */
export async function findKnee(visitors: Visitors, secondsPerStep: number): Promise<number> {
  await drive(visitors, FIRST_RATE, WARM_UP_STEPS * secondsPerStep);
  let knee = 0;
  for (let rate = FIRST_RATE; rate <= HIGHEST_RATE; rate = Math.round(rate * STEP)) {
    const driven = await drive(visitors, rate, secondsPerStep);
    printDriven(driven);
    if (!keepsUp(driven)) break;
    knee = rate;
  }
  return knee;
}

function keepsUp({ askedPerSecond, answeredPerSecond, p99Ms, lost, tally }: Driven): boolean {
  const refused = total(tally, 'shed') + total(tally, 'wrong') + lost;
  const answered = total(tally, 'served') + refused;
  return (
    p99Ms <= P99_MS &&
    refused <= answered * REFUSED_SHARE &&
    answeredPerSecond >= askedPerSecond * ANSWERED_SHARE
  );
}
