import type { HistoryLine } from '../history/lines';
import type { Anomaly } from './anomaly';
import { readModel } from './model';
import { checkClaims } from './rules/claims';
import { checkFinish } from './rules/finish';
import { checkLedger } from './rules/ledger';
import { checkMoney } from './rules/money';
import { checkOccupancy } from './rules/occupancy';
import { checkReads } from './rules/reads';
import { checkRefusals } from './rules/refusals';
import { checkWrites } from './rules/writes';

const RULES = [
  checkOccupancy,
  checkRefusals,
  checkWrites,
  checkReads,
  checkClaims,
  checkFinish,
  checkMoney,
  checkLedger,
];

/** Everything that is wrong with a history; it knows nothing but its lines. */
export function checkHistory(lines: readonly HistoryLine[]): Anomaly[] {
  const model = readModel(lines);
  return RULES.flatMap((rule) => rule(model));
}
