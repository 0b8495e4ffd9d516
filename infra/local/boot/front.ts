import { readHostedApps } from '../template/read/stores';
import type { BootContext } from './context';
import { withLocalApis } from './environment';
import { startShell } from './shell';

/** What browsers meet: the shell. */
export async function startFront(
  { assembly, at, env, starter, log }: BootContext,
  shellServer: string | undefined,
): Promise<void> {
  if (shellServer !== undefined) {
    const [app] = readHostedApps(assembly);
    const shellEnv = { ...withLocalApis(app?.environment ?? {}, at.url('rest-api')), ...env };
    await starter.start(() =>
      startShell({ port: at.port('shell'), serverFile: shellServer, env: shellEnv, log }),
    );
  }
}
