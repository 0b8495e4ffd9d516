import { afterEach, beforeEach, vi } from 'vitest';

/** Takes what the functions of a test file write to their output: what a test has written so far. */
export function takeOutput(): () => string[] {
  let written: string[] = [];
  beforeEach(() => {
    written = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return () => written;
}

/** What a line counts, and nothing else: the time of it is left out. */
export function countedBy(line: string): object {
  expectOneLine(line);
  const { _aws, ...counted } = JSON.parse(line);
  const names = _aws.CloudWatchMetrics.flatMap(({ Metrics }: { Metrics: { Name: string }[] }) =>
    Metrics.map(({ Name }) => Name),
  );
  return { names, ...counted };
}

function expectOneLine(line: string): void {
  if (!/^\{[^\n]*\}\n$/.test(line)) throw new Error(`not a line of JSON: ${line}`);
}
