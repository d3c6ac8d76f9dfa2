import { randomBytes } from 'node:crypto';
import type { State } from '#cdk/local/state/state.ts';

export interface SecretConfig {
  /** Name or ARN; asked for by either the same text or, for an ARN, by the name in it. */
  readonly arn: string;
  /** A value that is given; it may change from run to run. */
  readonly value: string | undefined;
  /** Made once and then kept. */
  readonly generate:
    | {
        readonly template: string | undefined;
        readonly key: string | undefined;
        readonly length: number;
      }
    | undefined;
}

/** The values of the template's secrets; generated ones stay the same for the life of the data. */
export class SecretStore {
  readonly #state: State;
  /** Told by this run, not kept: a run on another database must not forget the password of ours. */
  readonly #given = new Map<string, string>();

  constructor(state: State, secrets: readonly SecretConfig[]) {
    this.#state = state;
    state.database.exec(
      'CREATE TABLE IF NOT EXISTS secret (arn TEXT PRIMARY KEY, value TEXT NOT NULL)',
    );
    for (const secret of secrets) {
      if (secret.value !== undefined) this.put(secret.arn, secret.value);
      else this.#generate(secret);
    }
  }

  put(arn: string, value: string): void {
    this.#given.set(arn, value);
  }

  find(id: string): { arn: string; value: string } | undefined {
    for (const [arn, value] of this.#given) {
      if (arn === id || arn.endsWith(`:secret:${id}`)) return { arn, value };
    }
    const row = this.#state.database
      .prepare("SELECT arn, value FROM secret WHERE arn = ?1 OR arn LIKE '%:secret:' || ?1")
      .get(id);
    return row && { arn: String(row.arn), value: String(row.value) };
  }

  arns(): string[] {
    const kept = this.#state.database.prepare('SELECT arn FROM secret').all();
    return [...new Set([...kept.map(({ arn }) => String(arn)), ...this.#given.keys()])].sort();
  }

  #generate({ arn, generate }: SecretConfig): void {
    const password = randomBytes(64)
      .toString('base64url')
      .slice(0, generate?.length ?? 32);
    const value =
      generate?.key === undefined
        ? password
        : JSON.stringify({ ...JSON.parse(generate.template ?? '{}'), [generate.key]: password });
    this.#state.database.prepare('INSERT OR IGNORE INTO secret VALUES (?, ?)').run(arn, value);
  }
}
