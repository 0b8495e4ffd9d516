const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const STATISTICS: Record<string, (values: readonly number[]) => number> = {
  Sum: sum,
  SampleCount: ({ length }) => length,
  Average: (values) => sum(values) / values.length,
  Minimum: (values) => Math.min(...values),
  Maximum: (values) => Math.max(...values),
};

/** A statistic of CloudWatch's over values; undefined when there are none, an error for an unknown one. */
export function statistic(name: string, values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const percent = /^p(\d+(?:\.\d+)?)$/.exec(name)?.[1];
  if (percent !== undefined) return percentile(values, Number(percent));
  const known = STATISTICS[name];
  if (!known) throw new Error(`The statistic ${name} is not offered locally`);
  return known(values);
}

/** Nearest rank: the smallest value that so many percent do not exceed. */
function percentile(values: readonly number[], percent: number): number | undefined {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
