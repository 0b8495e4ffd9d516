import { baseUrl } from './api';

export interface LoadReport {
  requests: number;
  /** What went wrong, in words. */
  failures: string[];
  /** Releases of mf-catalog that pages were made with. */
  releases: Set<string>;
}

const MARKETS = ['US', 'DE', 'FR', 'GB', 'JP', 'BR'];
const RELEASE = /data-slice="mf-catalog" data-release="([^"]+)"/;
const SCRIPT = /\/_mf\/mf-catalog\/([^/]+)\//g;

/** Visits public pages again and again until it is stopped; every page must be whole. */
export function startLoad(): { stop(): Promise<LoadReport> } {
  const report: LoadReport = { requests: 0, failures: [], releases: new Set() };
  let isStopping = false;
  const run = async () => {
    while (!isStopping) await visit(report);
  };
  const workers = [run(), run()];
  return {
    stop: async () => {
      isStopping = true;
      await Promise.all(workers);
      return report;
    },
  };
}

async function visit(report: LoadReport): Promise<void> {
  report.requests += 1;
  const country = MARKETS[report.requests % MARKETS.length];
  const bucket = report.requests % 100;
  const page = report.requests % 3 === 0 ? '/search' : '/';
  try {
    const answer = await fetch(`${baseUrl()}${page}?visit=${report.requests}`, {
      headers: {
        accept: 'text/html',
        'x-local-viewer': `country=${country}`,
        cookie: `mfb=${bucket}`,
      },
    });
    const html = await answer.text();
    const release = RELEASE.exec(html)?.[1];
    if (answer.status !== 200 || !release) {
      report.failures.push(`${page} answered ${answer.status} with release ${release}`);
      return;
    }
    report.releases.add(release);
    const others = [...html.matchAll(SCRIPT)].filter(([, name]) => name !== release);
    if (others.length > 0) report.failures.push(`${page}: ${release} loads ${others[0]?.[0]}`);
  } catch (error) {
    report.failures.push(String(error));
  }
}
