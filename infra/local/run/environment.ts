import { LOCAL_REGION } from '../client';
import { loadAssembly } from '../template/assembly';
import { readFunctions } from '../template/read/functions';
import { readHostedApps } from '../template/read/stores';

/** What the functions and the shell are told about table, buckets, pool and secrets. */
export function templateEnvironment(assemblyDir: string): Record<string, string> {
  const assembly = loadAssembly(assemblyDir);
  const owners = [...readFunctions(assembly, LOCAL_REGION), ...readHostedApps(assembly)];
  return Object.assign({}, ...owners.map(({ environment }) => environment));
}
