import type { ApiRoute } from './api-config.ts';

export interface RouteMatch {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Finds the route for a path; as in API Gateway a literal part goes before a `{parameter}`. */
export function matchRoute(
  routes: readonly ApiRoute[],
  method: string,
  path: string,
): RouteMatch | undefined {
  const parts = partsOf(path);
  return routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const pathParameters = parametersOf(partsOf(route.path), parts);
      return pathParameters === undefined ? [] : [{ route, pathParameters }];
    })
    .sort((a, b) => Object.keys(a.pathParameters).length - Object.keys(b.pathParameters).length)[0];
}

/** A trailing slash is the same address. */
function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function parametersOf(template: string[], parts: string[]): Record<string, string> | undefined {
  if (template.length !== parts.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [at, pattern] of template.entries()) {
    const part = parts[at] ?? '';
    const name = /^\{(.+)\}$/.exec(pattern)?.[1];
    if (name === undefined && pattern !== part) return undefined;
    if (name !== undefined) parameters[name] = decode(part);
  }
  return parameters;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // not percent-encoding: the text itself
  }
}
