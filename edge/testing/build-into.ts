import { buildEdge } from '../build/edge';
import { bakedConfig } from '../build/stage';
import { aRelease } from './release';

/** Builds the laptop's edge functions into a folder, for tests that may not import this workspace. */
const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('Name the folder to build into.');
await buildEdge({ outDir, auth: await bakedConfig('local'), catalogRelease: aRelease() });
