import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, ROOT } from '../paths.mjs';
import { run, tail } from '../run.mjs';

async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A runner that wrote no report failed as a whole, and that is one failure. */
const withoutReport = ({ output }) => ({ passed: 0, failed: 1, output: tail(output) });

function vitestResult(report, output) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return { passed: report.numPassedTests, failed, output: failed > 0 ? output : undefined };
}

/** Runs vitest projects together; a file that cannot even be loaded counts as one failure. */
export async function runVitest(...projects) {
  const directory = await mkdtemp(join(tmpdir(), 'vitest-'));
  const report = join(directory, 'report.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const args = ['run', ...chosen, '--reporter=dot', '--reporter=json'];
  const result = await run(bin('vitest'), [...args, `--outputFile.json=${report}`], {
    env: { NO_COLOR: '1' },
  });
  const json = await readJson(report);
  await rm(directory, { recursive: true });
  return json ? vitestResult(json, tail(result.output, 200)) : withoutReport(result);
}

/** Runs the browser journeys against a cloud that is up. */
export async function runPlaywright(baseUrl, args = []) {
  const directory = await mkdtemp(join(tmpdir(), 'playwright-'));
  const report = join(directory, 'report.json');
  const env = { BASE_URL: baseUrl, PLAYWRIGHT_JSON_OUTPUT_NAME: report, FORCE_COLOR: '0' };
  const result = await run(bin('playwright'), ['test', ...args], { env, cwd: join(ROOT, 'e2e') });
  const json = await readJson(report);
  await rm(directory, { recursive: true });
  if (!json) return withoutReport(result);
  const { expected, flaky, unexpected } = json.stats;
  const failed = unexpected + (json.errors.length > 0 ? 1 : 0);
  return {
    passed: expected + flaky,
    failed,
    output: failed > 0 ? tail(result.output, 200) : undefined,
  };
}
