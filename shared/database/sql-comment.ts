import type { TraceContext } from '#shared/telemetry/trace-context.ts';

/**
 * The request as a comment of SQL, for who looks at what the database is doing. Values are encoded as a URL's,
 * so that none of them can end the comment, whatever it holds.
 * @see https://google.github.io/sqlcommenter/spec/
 */
export function sqlComment({ requestId, traceparent }: TraceContext): string {
  return `/*requestId=${quoted(requestId)},traceparent=${quoted(traceparent)}*/`;
}

function quoted(value: string): string {
  return `'${encodeURIComponent(value).replaceAll("'", '%27').replaceAll('*', '%2A')}'`;
}
