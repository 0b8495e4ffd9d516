import { type Factory, type ShareScope, shareScope } from './share-scope';

/** What webpack's federation plugin makes of a build, whoever configured it. */
export interface Container {
  init(scope: ShareScope, initScope: object[], options: object): unknown;
  get(module: string): Promise<Factory>;
}

export interface ContainerScript {
  /** Global name that the script gives the container. */
  name: string;
  /** URL of the script. */
  entry: string;
  /** Hash that it must have. */
  integrity: string;
  limitMs: number;
}

const containers = new Map<string, Promise<Container>>();

/** Loads a container once, checked by its hash, and hands it the page's modules. A failure is not kept. */
export function loadContainer(script: ContainerScript): Promise<Container> {
  const known = containers.get(script.name);
  if (known) return known;
  const loading = load(script);
  containers.set(script.name, loading);
  loading.catch(() => containers.delete(script.name));
  return loading;
}

/** Drops a container and the globals it made, so that the next load starts anew. */
export function forgetContainer(name: string): void {
  containers.delete(name);
  Reflect.deleteProperty(globalThis, name);
  Reflect.deleteProperty(globalThis, `webpackChunk${name.replace(/_+/g, '_')}`);
}

async function load(script: ContainerScript): Promise<Container> {
  await runScript(script);
  const container = (globalThis as Record<string, unknown>)[script.name] as Container | undefined;
  if (!container) throw new Error(`${script.entry} makes no container ${script.name}`);
  await container.init(shareScope, [], {
    version: '',
    shareScopeKeys: 'default',
    shareScopeMap: { default: shareScope },
  });
  return container;
}

async function runScript({ entry, integrity, limitMs }: ContainerScript): Promise<void> {
  const script = document.createElement('script');
  Object.assign(script, { src: entry, async: true, crossOrigin: 'anonymous', integrity });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (what: string) => () => reject(new Error(`${entry} ${what}`));
      timer = setTimeout(fail(`took longer than ${limitMs} ms`), limitMs);
      script.onload = () => resolve();
      script.onerror = fail('did not load');
      document.head.append(script);
    });
  } finally {
    clearTimeout(timer);
    script.remove();
  }
}
