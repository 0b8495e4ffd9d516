/**
 * `amount × numerator ÷ denominator`, rounded half up to a multiple of `stepMinor`, exact beyond 2^53.
 * Arguments are non-negative integers, `denominator` and `stepMinor` positive.
 */
export function shareOf(
  amountMinor: number,
  numerator: number,
  denominator: number,
  stepMinor: number,
): number {
  const step = BigInt(stepMinor);
  const divisor = BigInt(denominator) * step;
  const product = BigInt(amountMinor) * BigInt(numerator);
  return toSafeNumber(((2n * product + divisor) / (2n * divisor)) * step);
}

/** @throws RangeError when the amount is no longer exact as a number. */
export function toSafeNumber(amount: bigint): number {
  const value = Number(amount);
  if (!Number.isSafeInteger(value))
    throw new RangeError('An amount of money exceeds 2^53 minor units');
  return value;
}

/** @throws RangeError unless the amount is a non-negative multiple of the step. */
export function assertWholeSteps(amountMinor: number, stepMinor: number, what: string): void {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0 || amountMinor % stepMinor !== 0) {
    throw new RangeError(
      `${what} must be a non-negative multiple of ${stepMinor}, not ${amountMinor}`,
    );
  }
}
