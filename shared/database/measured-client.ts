import pg from 'pg';
import { functionPath } from '#shared/telemetry/function-path.ts';
import { observe, setGauge } from '#shared/telemetry/record.ts';

/**
 * From now on the time of every statement that is sent over this connection is measured, also of one that
 * another such function has wrapped before.
 */
export function measureStatements(client: pg.ClientBase): void {
  const wrapped = Object.hasOwn(client, 'query') ? client.query : undefined;
  Reflect.set(client, 'query', (...given: readonly unknown[]) => {
    const startedAt = performance.now();
    const answer: unknown = Reflect.apply(wrapped ?? pg.Client.prototype.query, client, given);
    const ended = () =>
      observe('db_query_duration_seconds', {}, (performance.now() - startedAt) / 1000);
    // A failure goes to whoever asked; here only its time counts. A stream of COPY is no promise.
    if (answer instanceof Promise) answer.then(ended, ended);
    return answer;
  });
}

/** How many connections there are, at a moment at which one of them is borrowed. */
export function measurePool({ totalCount, idleCount }: pg.Pool): void {
  const path = functionPath();
  setGauge('db_pool_connections', { function: path, state: 'used' }, totalCount - idleCount);
  setGauge('db_pool_connections', { function: path, state: 'idle' }, idleCount);
}
