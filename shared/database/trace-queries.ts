import pg from 'pg';
import { countQuery, currentTrace } from '#shared/telemetry/invocation-trace.ts';
import { sqlComment } from './sql-comment.ts';

/** Marks every statement of a connection with the request that it is sent for, and counts and times it. */
export function traceQueries(client: pg.ClientBase): void {
  Reflect.set(client, 'query', (...given: readonly unknown[]) => {
    const startedAt = performance.now();
    const answer: unknown = Reflect.apply(pg.Client.prototype.query, client, marked(given));
    if (!(answer instanceof Promise)) return answer;
    return answer.finally(() => countQuery(performance.now() - startedAt));
  });
}

/**
 * In front, where other writers of such comments put them behind: Postgres shows the first kilobyte of a
 * statement that runs, and the long ones are those that are looked for.
 */
function marked([first, ...more]: readonly unknown[]): readonly unknown[] {
  const trace = currentTrace();
  if (trace === undefined) return [first, ...more];
  if (typeof first === 'string') return [`${sqlComment(trace)} ${first}`, ...more];
  if (isConfig(first)) return [{ ...first, text: `${sqlComment(trace)} ${first.text}` }, ...more];
  return [first, ...more]; // a stream of COPY, which holds its own text
}

function isConfig(query: unknown): query is { readonly text: string } {
  if (typeof query !== 'object' || query === null || 'submit' in query) return false;
  return 'text' in query && typeof query.text === 'string';
}
