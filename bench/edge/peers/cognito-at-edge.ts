import { join } from 'node:path';
import { build } from 'esbuild';

const HANDLER = `
import { Authenticator } from 'cognito-at-edge';
const authenticator = new Authenticator({
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_TestPool1',
  userPoolAppId: 'testclient000000000000001',
  userPoolDomain: 'market.auth.eu-west-1.amazoncognito.com',
});
export const handler = (event) => authenticator.handle(event);
`;

/** The handler of cognito-at-edge's own README, bundled as ours are. */
export async function buildCognitoAtEdge(outDir: string): Promise<{ file: string; bytes: number }> {
  const file = join(outDir, 'cognito-at-edge.cjs');
  const { metafile } = await build({
    stdin: { contents: HANDLER, resolveDir: import.meta.dirname },
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
