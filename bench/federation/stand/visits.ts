export interface Visit {
  status: number;
  ms: number;
  html: string;
}

/** One page view, as the distribution asks for it: market and releases are in its key. */
export async function visit(url: string, headers: Record<string, string> = {}): Promise<Visit> {
  const startedMs = performance.now();
  const answer = await fetch(url, {
    headers: { 'x-market': 'de', accept: 'text/html', ...headers },
    redirect: 'manual',
  });
  const html = await answer.text();
  return { status: answer.status, ms: performance.now() - startedMs, html };
}

/** Runs `count` visits, a few at a time, in a steady order. */
export async function visits(
  count: number,
  parallel: number,
  each: (index: number) => Promise<Visit>,
): Promise<Visit[]> {
  const results: Visit[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      results.push(await each(index));
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

export function percentileMs(all: Visit[], share: number): number {
  const sorted = all.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** What a person sees of a page: no scripts, and nothing that names a moment. */
export function visibleHtml(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    .replace(/id="[^"]*"|for="[^"]*"|aria-[a-z]+="[^"]*"/g, '');
}
