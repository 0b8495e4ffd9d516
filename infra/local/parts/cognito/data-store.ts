import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataStore } from 'cognito-local/lib/services/dataStore/dataStore';
import type { DataStoreFactory } from 'cognito-local/lib/services/dataStore/factory';
import { loadState, saveBehind } from '../../state-file';

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

const asPath = (key: string | string[]): string[] => (Array.isArray(key) ? key : [key]);

function reviveDates(key: string, value: unknown): unknown {
  return key.endsWith('Date') && typeof value === 'string' ? new Date(value) : value;
}

/** The node at a path, made on the way if it is missing. */
function nodeAt(root: Node, path: string[]): Node {
  return path.reduce<Node>((node, name) => {
    const below = node[name];
    if (isNode(below)) return below;
    const made: Node = {};
    node[name] = made;
    return made;
  }, root);
}

/** A document in memory that is written behind; a process that is killed leaves a whole file. */
export function createDataStore(root: Node, touch: () => void): DataStore {
  return {
    async delete(_ctx, key) {
      const path = asPath(key);
      delete nodeAt(root, path.slice(0, -1))[path.at(-1) ?? ''];
      touch();
    },
    async getRoot<T>() {
      return root as T;
    },
    async get(_ctx: unknown, key: string | string[], fallback?: unknown) {
      const found = asPath(key).reduce<unknown>(
        (node, name) => (isNode(node) ? node[name] : undefined),
        root,
      );
      return found ?? fallback ?? null;
    },
    async set(_ctx, key, value) {
      const path = asPath(key);
      nodeAt(root, path.slice(0, -1))[path.at(-1) ?? ''] = value;
      touch();
    },
  };
}

export interface DataStores extends DataStoreFactory {
  flush(): Promise<void>;
}

/** One JSON file a pool and one for the clients, as cognito-local lays them out. */
export function createDataStores(directory: string): DataStores {
  const savers: Pick<ReturnType<typeof saveBehind>, 'end'>[] = [];
  return {
    async create(_ctx, id, defaults) {
      await mkdir(directory, { recursive: true });
      const path = join(directory, `${id}.json`);
      const root = { ...defaults, ...(await loadState<Node>(path, reviveDates)) };
      const saver = saveBehind(path, () => root);
      savers.push(saver);
      await saver.flush();
      return createDataStore(root, saver.touch);
    },
    async flush() {
      await Promise.all(savers.map((saver) => saver.end()));
    },
  };
}
