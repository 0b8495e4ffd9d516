import type { Route } from './openapi';

export interface Match {
  route: Route;
  /** Still encoded, as API Gateway's REST APIs pass them on. */
  pathParameters: Record<string, string>;
}

/** Finds the route of a request as API Gateway does: literal segments win over `{id}`, which wins over `{proxy+}`. */
export function makeRouter(routes: Route[]): (method: string, path: string) => Match | undefined {
  const candidates = routes
    .map((route) => ({ route, pattern: patternOf(route.resource), rank: rankOf(route) }))
    .sort((left, right) => left.rank.localeCompare(right.rank));
  return (method, path) => {
    for (const { route, pattern } of candidates) {
      if (route.method !== method && route.method !== 'ANY') continue;
      const found = pattern.exec(path);
      if (found) return { route, pathParameters: parametersOf(route.resource, found) };
    }
    return undefined;
  };
}

const PARAMETER = /\{([^}]+?)(\+?)\}/g;

function patternOf(resource: string): RegExp {
  const source = resource
    .split('/')
    .map((segment) => {
      if (/^\{[^}]+\+\}$/.test(segment)) return '(.+)';
      if (/^\{[^}]+\}$/.test(segment)) return '([^/]+)';
      return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('/');
  return new RegExp(`^${source}$`);
}

function parametersOf(resource: string, found: RegExpExecArray): Record<string, string> {
  const names = [...resource.matchAll(PARAMETER)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
}

/** Sorts before what is less specific: segment by segment, then a method before ANY. */
function rankOf({ resource, method }: Route): string {
  const segments = resource.split('/').map((segment) => {
    if (segment.endsWith('+}')) return '2';
    return segment.startsWith('{') ? '1' : '0';
  });
  return `${segments.join('')}~${method === 'ANY' ? '1' : '0'}`;
}
