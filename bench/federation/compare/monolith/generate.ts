import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a route of the shell shows; those without a main slot have no counterpart. */
const MAIN = /main: '(mf-[a-z-]+)\/([A-Za-z]+)'/;

/**
 * Writes a Next app that renders the modules of all slices directly, one page for each route that
 * the shell composes, and gives the server that a build of it has. Within the repository, since its
 * pages import what is there.
 */
export async function generateMonolith(root: string, directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  const at = (name: string) => path.join(directory, name);
  const pages = path.join(root, 'shell/pages');
  for (const file of await readdir(pages, { recursive: true })) {
    if (!file.endsWith('.tsx')) continue;
    const [, slice, name] = MAIN.exec(await readFile(path.join(pages, file), 'utf8')) ?? [];
    if (slice && name) await write(at(`pages/${file}`), page(directory, root, file, slice, name));
  }
  const here = (module: string) => relative(at('pages'), path.join(import.meta.dirname, module));
  await write(at('pages/_app.tsx'), `export { default } from '${here('app')}';\n`);
  await write(at('pages/_document.tsx'), `export { default } from '${here('document')}';\n`);
  await write(at('next.config.ts'), nextConfig(root));
  await write(at('tailwind.config.ts'), tailwindConfig(root));
  await write(at('package.json'), '{ "name": "monolith", "private": true }\n');
  await cp(path.join(root, 'shell/postcss.config.mjs'), at('postcss.config.mjs'));
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

const relative = (from: string, to: string) => path.relative(from, to).split(path.sep).join('/');

function page(directory: string, root: string, file: string, slice: string, name: string): string {
  const folder = path.dirname(path.join(directory, 'pages', file));
  const module = relative(folder, path.join(root, slice, 'exposes', name));
  const kit = (part: string) => relative(folder, path.join(import.meta.dirname, part));
  return `import Module from '${module}';
import { load } from '${module}.server';
import { monolithPage } from '${kit('page')}';
import { monolithProps } from '${kit('props')}';

export default monolithPage('${slice}', '${name}', Module);
export const getServerSideProps = monolithProps(load);
`;
}

/** The settings of the shell that matter to size and speed. */
const nextConfig = (root: string) => `
import { earlyFiles } from '@marketplace/kit/federation/early-files';
import { MESSAGE_PACKAGES, withLeanMessages } from '@marketplace/kit/federation/messages/lean-messages';
import { withLeanNext } from '@marketplace/kit/federation/next-client/lean-next';

const early = earlyFiles(${JSON.stringify(path.join(root, 'shell/early'))});

export default {
  env: early.env,
  reactStrictMode: true,
  poweredByHeader: false,
  output: 'standalone',
  outputFileTracingRoot: ${JSON.stringify(root)},
  images: { unoptimized: true },
  transpilePackages: ['@marketplace/kit', '@marketplace/services', ...MESSAGE_PACKAGES],
  webpack: (config, build) => early.withFiles(withLeanMessages(withLeanNext(config, build)), build),
  experimental: { externalDir: true },
  typescript: { ignoreBuildErrors: true },
  eslint: { ignoreDuringBuilds: true },
};
`;

const tailwindConfig = (root: string) => `import preset from '@marketplace/kit/ui/tailwind-preset';

export default {
  presets: [preset],
  corePlugins: { preflight: false },
  content: [
    '${root}/shell/{src,kit/ui}/**/*.tsx',
    '${root}/mf-*/{exposes,components}/**/*.tsx',
  ],
};
`;
