import { serve } from '../../http';
import type { Part } from '../../part';
import { answerInvokeApi } from './api';
import { type HostOptions, LambdaHost } from './host';

export interface LambdaPart extends Part {
  host: LambdaHost;
}

/** The template's functions behind Lambda's Invoke API. */
export async function startLambda(options: HostOptions & { port: number }): Promise<LambdaPart> {
  const host = new LambdaHost(options);
  const { url, close } = await serve(options.port, (request, response) => {
    void answerInvokeApi(host, request, response);
  });
  return {
    name: 'lambda',
    url,
    host,
    health: async () => {
      const environments = Object.values(host.stats()).reduce(
        (sum, fn) => sum + fn.environments,
        0,
      );
      return {
        ready: true,
        detail: `${options.functions.length} functions, ${environments} environments running`,
      };
    },
    stop: async () => {
      await close();
      await host.stop();
    },
  };
}
