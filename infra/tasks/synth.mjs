import './lib/require-node.mjs';

const { join } = await import('node:path');
const { bin, LOCAL_DIR, ROOT } = await import('./lib/paths.mjs');
const { must } = await import('./lib/run.mjs');
const { main, step } = await import('./lib/steps.mjs');

const INFRA = join(ROOT, 'infra');
const STAGES = ['local', 'dev', 'staging', 'prod'];

async function synthesise(...args) {
  await must(bin('cdk'), ['synth', '--quiet', ...args], { cwd: INFRA });
}

async function buildEdge(stage) {
  await must('npm', ['run', 'build', '--', stage], { cwd: join(ROOT, 'edge') });
}

/** `npm run synth`: one stage as `cdk synth` does, or with `--all` every stage, its edge functions first. */
await main(async () => {
  const args = process.argv.slice(2);
  if (!args.includes('--all')) return synthesise(...args);
  for (const stage of STAGES) {
    const out = join(LOCAL_DIR, 'synth', stage);
    await step(`Edge functions of ${stage}`, () => buildEdge(stage));
    await step(`Templates of ${stage}`, () => synthesise('-c', `stage=${stage}`, '-o', out));
  }
});
