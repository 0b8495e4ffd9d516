import path from 'node:path';
import { EXPOSED_MODULES, type SliceName } from '@marketplace/kit/slice';
import { contractBreaches } from './conformance';
import { requireRecordedContract } from './recorded';

/** Throws when the contract moved without its version, or when the slice does not keep it. */
export async function checkContract(root: string, slice: SliceName): Promise<string> {
  await requireRecordedContract(root);
  const modules = EXPOSED_MODULES[slice];
  const breaches = contractBreaches({ root, directory: path.join(root, slice), modules });
  if (breaches.length === 0) return `${modules.length} modules keep it`;
  throw new Error(
    `${slice} breaks the contract with the shell:\n${breaches.map((line) => `  - ${line}`).join('\n')}`,
  );
}
