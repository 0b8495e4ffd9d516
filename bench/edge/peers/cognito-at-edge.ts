import { join } from 'node:path';
import { build } from 'esbuild';

/** The handler of cognito-at-edge's own README, bundled as ours are. */
export async function buildCognitoAtEdge(outDir: string): Promise<{ file: string; bytes: number }> {
  const file = join(outDir, 'cognito-at-edge.cjs');
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'cognito-at-edge-handler.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  });
  return { file, bytes: Object.values(metafile.outputs)[0]?.bytes ?? 0 };
}
