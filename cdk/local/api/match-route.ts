import type { ApiRoute } from './api-config.ts';

export interface RouteMatch {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route for a path. As in API Gateway, part for part a literal goes before a `{parameter}`, and
 * that before a `{greedy+}` one.
 */
export function matchRoute(routes: readonly ApiRoute[], path: string): RouteMatch | undefined {
  const parts = partsOf(path);
  const [match] = routes
    .flatMap((route) => {
      const pathParameters = parametersOf(partsOf(route.path), parts);
      return pathParameters === undefined ? [] : [{ route, pathParameters }];
    })
    .sort((a, b) => (rankOf(a.route) < rankOf(b.route) ? -1 : 1));
  return match;
}

/** A trailing slash is the same address. */
function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** `/api/{id}` → `010`: of two routes that match, the lower one is meant. */
function rankOf({ path }: ApiRoute): string {
  const ranks = partsOf(path).map((part) =>
    part.endsWith('+}') ? 2 : part.startsWith('{') ? 1 : 0,
  );
  return ranks.join('');
}

function parametersOf(template: string[], parts: string[]): Record<string, string> | undefined {
  const greedy = /^\{(.+)\+\}$/.exec(template.at(-1) ?? '')?.[1];
  if (greedy !== undefined) {
    const before = template.length - 1;
    const parameters = parametersOf(template.slice(0, before), parts.slice(0, before));
    if (parameters === undefined || parts.length <= before) return undefined;
    return { ...parameters, [greedy]: parts.slice(before).map(decode).join('/') };
  }
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
