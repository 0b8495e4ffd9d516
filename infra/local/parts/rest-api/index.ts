import { sendJson, serve } from '../../http';
import type { Log, Part } from '../../part';
import type { RestApiSpec } from '../../template/types';
import type { LambdaHost } from '../lambda/host';
import { type AnswerRequest, serveStage } from './api';

export interface RestApisOptions {
  port: number;
  apis: RestApiSpec[];
  lambda: Pick<LambdaHost, 'invoke'>;
  log: Log;
}

/** All REST APIs of the template behind one port, at `/<name>/<stage>`. */
export async function startRestApis({ port, apis, lambda, log }: RestApisOptions): Promise<Part> {
  const stages = new Map<string, AnswerRequest>();
  for (const api of apis) {
    for (const stage of api.stages) {
      stages.set(`${api.name}/${stage.name}`, serveStage({ api, stage, lambda, log }));
    }
  }
  const { url, close } = await serve(port, (request, response) => {
    const [, name, path = '/'] = /^\/([^/]+\/[^/?]+)(.*)$/.exec(request.url ?? '/') ?? [];
    const answer = stages.get(name ?? '');
    if (answer) void answer(request, response, path.startsWith('/') ? path : `/${path}`);
    else sendJson(response, 403, { message: 'Forbidden' });
  });
  return {
    name: 'rest-api',
    url,
    health: async () => ({ ready: true, detail: `REST APIs ${[...stages.keys()].join(', ')}` }),
    stop: close,
  };
}
