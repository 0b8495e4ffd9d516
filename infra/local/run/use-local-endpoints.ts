import { LOCAL_DEFAULT_PORT } from '../../config';

/**
 * Points a command's SDK clients to the local cloud. What is set already wins, so that another place
 * can be named by hand.
 * @param offsets ports of the parts by the SDK's name of the service, counted from the public port
 */
export function useLocalEndpoints(offsets: Readonly<Record<string, number>>): void {
  const port = Number(process.env.PORT ?? LOCAL_DEFAULT_PORT);
  const settings: Record<string, string> = {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  for (const [service, offset] of Object.entries(offsets)) {
    settings[`AWS_ENDPOINT_URL_${service}`] = `http://127.0.0.1:${port + offset}`;
  }
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
}
