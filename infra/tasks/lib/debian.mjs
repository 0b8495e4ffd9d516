import { existsSync } from 'node:fs';
import { exists, must, run, Sentence } from './run.mjs';

const OLDEST_JAVA = 17;

async function hasJava() {
  const { output } = await run('java', ['-version']).catch(() => ({ output: '' }));
  return Number(/version "(\d+)/.exec(output)?.[1] ?? 0) >= OLDEST_JAVA;
}

/** What the project needs from the system, and why. */
const PACKAGES = {
  java: {
    debian: 'openjdk-17-jre-headless',
    reason: `Java ${OLDEST_JAVA} or later runs DynamoDB Local`,
    isPresent: hasJava,
  },
  redis: {
    debian: 'redis-server',
    reason: 'Redis is the cache',
    isPresent: () => exists('redis-server'),
    isOptional: true,
  },
  chromium: {
    debian: 'chromium',
    reason: 'Chromium runs the browser tests',
    isPresent: async () =>
      existsSync(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium') || exists('chromium'),
  },
};

async function mayInstall() {
  return process.getuid?.() === 0 && (await exists('apt-get'));
}

async function install(names) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '--no-install-recommends', ...names];
  if ((await run('apt-get', args, { env })).code === 0) return;
  await must('apt-get', ['update'], { env });
  await must('apt-get', args, { env });
}

/**
 * Makes sure of system packages: installs what is missing when permitted, otherwise says what to
 * install. What is optional is never a reason to stop.
 * @param {('java' | 'redis' | 'chromium')[]} names
 */
export async function requireSystem(names) {
  const checked = await Promise.all(
    names.map(async (name) => ({ ...PACKAGES[name], found: await PACKAGES[name].isPresent() })),
  );
  const missing = checked.filter(({ found }) => !found);
  if (missing.length === 0) return 'present';
  const debian = missing.map((item) => item.debian).join(' ');
  const needed = missing.filter(({ isOptional }) => !isOptional);
  if (await mayInstall()) {
    const installed = await install(missing.map((item) => item.debian)).then(
      () => true,
      (error) => {
        if (needed.length > 0) throw error;
        return false;
      },
    );
    if (installed) return `installed ${debian}`;
  }
  if (needed.length === 0) return `goes without ${debian}`;
  throw new Sentence(
    `${needed.map(({ reason }) => reason).join('; ')}. Install it with: sudo apt-get install ${debian}`,
  );
}
