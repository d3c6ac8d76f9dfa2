import type { State } from '#cdk/local/state/state.ts';
import type { Outcome } from './machine.ts';

export interface Execution {
  readonly machineArn: string;
  readonly name: string;
  /** JSON text, as it was sent. */
  readonly input: string;
  readonly status: 'RUNNING' | Outcome['status'];
  readonly startedAt: number;
  readonly stoppedAt: number | undefined;
  readonly output: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

/** Executions by machine and name; a name is used once, which is what makes a start idempotent. */
export class ExecutionStore {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
    state.database.exec(`
      CREATE TABLE IF NOT EXISTS execution (
        machine_arn TEXT NOT NULL, name TEXT NOT NULL, input TEXT NOT NULL, status TEXT NOT NULL,
        started_at INTEGER NOT NULL, stopped_at INTEGER, output TEXT, error TEXT, cause TEXT,
        PRIMARY KEY (machine_arn, name)
      );
      CREATE INDEX IF NOT EXISTS execution_by_status ON execution (machine_arn, status, started_at);
    `);
  }

  /** @returns whether the name was free. */
  begin(machineArn: string, name: string, input: string, now: number): boolean {
    const { changes } = this.#state.database
      .prepare(
        `INSERT INTO execution (machine_arn, name, input, status, started_at)
         VALUES (?, ?, ?, 'RUNNING', ?) ON CONFLICT DO NOTHING`,
      )
      .run(machineArn, name, input, now);
    return changes === 1;
  }

  end(machineArn: string, name: string, outcome: Outcome, now: number): void {
    const output = outcome.status === 'SUCCEEDED' ? JSON.stringify(outcome.output ?? null) : null;
    const failed = outcome.status === 'SUCCEEDED' ? undefined : outcome;
    this.#state.database
      .prepare(
        `UPDATE execution SET status = ?, stopped_at = ?, output = ?, error = ?, cause = ?
         WHERE machine_arn = ? AND name = ? AND status = 'RUNNING'`,
      )
      .run(
        outcome.status,
        now,
        output,
        failed?.error ?? null,
        failed?.cause ?? null,
        machineArn,
        name,
      );
  }

  find(machineArn: string, name: string): Execution | undefined {
    const row = this.#state.database
      .prepare('SELECT * FROM execution WHERE machine_arn = ? AND name = ?')
      .get(machineArn, name);
    return row && toExecution(row);
  }

  /** Those that a dead process left running, the first started first. */
  unfinished(machineArn: string): Execution[] {
    return this.#state.database
      .prepare(
        "SELECT * FROM execution WHERE machine_arn = ? AND status = 'RUNNING' ORDER BY started_at, rowid",
      )
      .all(machineArn)
      .map(toExecution);
  }

  /** How many ended with a status from `from` until before `to` (epoch milliseconds). */
  countEnded(machineArn: string, status: string, from: number, to: number): number {
    const row = this.#state.database
      .prepare(
        `SELECT count(*) AS count FROM execution
         WHERE machine_arn = ? AND status = ? AND stopped_at >= ? AND stopped_at < ?`,
      )
      .get(machineArn, status, from, to);
    return Number(row?.count);
  }

  /** One page, newest first. `last` is the place after which the next page starts, if there is one. */
  page(
    machineArn: string,
    filter: { status?: string | undefined; limit: number; after?: readonly number[] | undefined },
  ): { executions: Execution[]; last: readonly number[] | undefined } {
    const { status = null, limit, after: [startedAt = null, row = null] = [] } = filter;
    const rows = this.#state.database
      .prepare(
        `SELECT *, rowid FROM execution
         WHERE machine_arn = ?1 AND (?2 IS NULL OR status = ?2)
           AND (?3 IS NULL OR (started_at, rowid) < (?3, ?4))
         ORDER BY started_at DESC, rowid DESC LIMIT ?5`,
      )
      .all(machineArn, status, startedAt, row, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      executions: rows.slice(0, limit).map(toExecution),
      last: last && [Number(last.started_at), Number(last.rowid)],
    };
  }
}

function toExecution(row: Record<string, unknown>): Execution {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    machineArn: String(row.machine_arn),
    name: String(row.name),
    input: String(row.input),
    status: STATUSES.find((status) => status === row.status) ?? 'FAILED',
    startedAt: Number(row.started_at),
    stoppedAt: typeof row.stopped_at === 'number' ? row.stopped_at : undefined,
    output: text(row.output),
    error: text(row.error),
    cause: text(row.cause),
  };
}

export const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
