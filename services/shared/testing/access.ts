/** Statuses that say "not for you". */
const REFUSED: readonly number[] = [401, 403, 404];

interface PublishesItself {
  request(path: string): Response | Promise<Response>;
}

/** Every route of a service as `METHOD /path/{id}`, from the document that its contract generates. */
export async function routesOf(app: PublishesItself, documentPath: string): Promise<string[]> {
  const { paths } = (await (await app.request(documentPath)).json()) as {
    paths: Record<string, object>;
  };
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return routes.sort();
}

/** What an answer says about access: refused, or let in (whatever the request itself was worth). */
export function accessOf(status: number): 'refused' | 'let in' | 'broken' {
  if (status >= 500) return 'broken';
  return REFUSED.includes(status) ? 'refused' : 'let in';
}
