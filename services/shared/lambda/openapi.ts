import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from 'hono';

/** What a service's document says about itself. */
export type ApiInfo = {
  title: string;
  version: string;
  description: string;
};

/** The document of an app as OpenAPI 3.1, for people and clients. */
export function openApi31<E extends Env>(app: OpenAPIHono<E>, info: ApiInfo) {
  return app.getOpenAPI31Document({ openapi: '3.1.0', info });
}

/** The one answer that others may keep: in one of the codings in which API Gateway sends it. */
const KEPT = {
  'content-type': 'application/json',
  'cache-control': 'public, max-age=300',
  vary: 'accept-encoding',
};

/** Serves the document at a path that is not part of it. */
export function serveOpenApi<E extends Env>(
  app: OpenAPIHono<E>,
  path: string,
  info: ApiInfo,
): void {
  let document: string | undefined;
  app.get(path, (c) => {
    document ??= JSON.stringify(openApi31(app, info));
    return c.body(document, 200, KEPT);
  });
}
