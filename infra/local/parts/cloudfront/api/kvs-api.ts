import { type KeyValueStore, type StoreChange, StoreError, type StoreErrorCode } from './kvs-store';
import type { ApiAnswer, ApiRequest } from './server';

const STATUS: Record<StoreErrorCode, number> = {
  ConflictException: 409,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
  ValidationException: 400,
};

const PATH = /^\/key-value-stores\/([^/]+)(?:\/keys(?:\/([^/]+))?)?$/;
const DEFAULT_PAGE = 10;
const MAX_PAGE = 50;

/** Answers the KeyValueStore data API; `undefined` for paths that are none of its own. */
export function answerStoreApi(
  stores: readonly KeyValueStore[],
  request: ApiRequest,
): ApiAnswer | undefined {
  const match = PATH.exec(request.path);
  if (match === null) return undefined;
  const [, arn = '', key] = match.map((part) => part && decodeURIComponent(part));
  try {
    const store = stores.find(({ config }) => config.arn === arn);
    if (store === undefined) throw new StoreError('ResourceNotFoundException', `No store ${arn}.`);
    return json(200, answer(store, request, key), { ETag: store.etag });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const headers = { 'x-amzn-errortype': error.code };
    return json(STATUS[error.code], { Message: error.message }, headers);
  }
}

function answer(store: KeyValueStore, request: ApiRequest, key: string | undefined): object {
  const { method } = request;
  if (key !== undefined && method === 'GET') return item(store, key);
  if (key !== undefined && method === 'PUT') {
    const { Value } = parse<{ Value?: unknown }>(request.body);
    return changed(store, request, { puts: [{ key, value: text(Value) }], deletes: [] });
  }
  if (key !== undefined && method === 'DELETE') {
    return changed(store, request, { puts: [], deletes: [key] });
  }
  const isList = request.path.endsWith('/keys');
  if (isList && method === 'POST') return changed(store, request, batch(request.body));
  if (isList && method === 'GET') return page(store, request.query);
  if (!isList && method === 'GET') return description(store);
  throw new StoreError('ValidationException', 'The operation is not known.');
}

function description(store: KeyValueStore): object {
  return {
    ...sizes(store),
    KvsARN: store.config.arn,
    Created: store.createdMs / 1000,
    LastModified: store.modifiedMs / 1000,
    Status: 'READY',
  };
}

function item(store: KeyValueStore, key: string): object {
  const value = store.get(key);
  if (value === undefined) {
    throw new StoreError('ResourceNotFoundException', `Key ${key} does not exist.`);
  }
  return { Key: key, Value: value, ...sizes(store) };
}

function page(store: KeyValueStore, query: URLSearchParams): object {
  const size = Math.min(Number(query.get('MaxResults') ?? DEFAULT_PAGE), MAX_PAGE);
  const after = Buffer.from(query.get('NextToken') ?? '', 'base64url').toString();
  const rest = store.entries().filter(([key]) => key > after);
  const items = rest.slice(0, size).map(([Key, Value]) => ({ Key, Value }));
  const last = items.at(-1)?.Key ?? '';
  const hasMore = rest.length > items.length;
  return { Items: items, ...(hasMore && { NextToken: Buffer.from(last).toString('base64url') }) };
}

function changed(store: KeyValueStore, { headers }: ApiRequest, change: StoreChange): object {
  store.update(change, headers['if-match']);
  return sizes(store);
}

function batch(body: string): StoreChange {
  const { Puts = [], Deletes = [] } = parse<{
    Puts?: { Key?: unknown; Value?: unknown }[];
    Deletes?: { Key?: unknown }[];
  }>(body);
  return {
    puts: Puts.map(({ Key, Value }) => ({ key: text(Key), value: text(Value) })),
    deletes: Deletes.map(({ Key }) => text(Key)),
  };
}

function sizes(store: KeyValueStore) {
  return { ItemCount: store.count, TotalSizeInBytes: store.bytes };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new StoreError('ValidationException', 'A text is missing.');
  return value;
}

function parse<T>(body: string): T {
  try {
    return JSON.parse(body) as T;
  } catch {
    throw new StoreError('ValidationException', 'The body is not JSON.');
  }
}

function json(status: number, body: object, headers: Record<string, string>): ApiAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
