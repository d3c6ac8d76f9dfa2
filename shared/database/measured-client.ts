import type pg from 'pg';
import { functionPath } from '#shared/telemetry/function-path.ts';
import { observe, setGauge } from '#shared/telemetry/record.ts';

/** From now on the time of every statement that is sent over this connection is measured. */
export function measureStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...all: unknown[]) => unknown;
  const measured = (...all: unknown[]) => {
    const startedAt = performance.now();
    const answered = query(...all);
    const ended = () =>
      observe('db_query_duration_seconds', {}, (performance.now() - startedAt) / 1000);
    // A failure goes to whoever asked; here only its time counts.
    if (answered instanceof Promise) answered.then(ended, ended);
    return answered;
  };
  client.query = measured as pg.PoolClient['query']; // its overloads are those of the function it calls
}

/** How many connections there are, at a moment at which one of them is borrowed. */
export function measurePool({ totalCount, idleCount }: pg.Pool): void {
  const path = functionPath();
  setGauge('db_pool_connections', { function: path, state: 'used' }, totalCount - idleCount);
  setGauge('db_pool_connections', { function: path, state: 'idle' }, idleCount);
}
