import { createHash } from 'node:crypto';
import type { State } from '#cdk/local/state/state.ts';
import { generatePassword } from './generate-password.ts';
import type { SecretConfig } from './secret-config.ts';

/** A secret as it is now; no earlier version is kept. */
export interface Secret {
  readonly arn: string;
  readonly value: string;
  /** Changes with the value. */
  readonly versionId: string;
}

/** The values of the template's secrets; generated ones stay the same for the life of the data. */
export class SecretStore {
  readonly #state: State;
  /** Given by this run, not kept: a run on another database must not forget the password of ours. */
  readonly #given = new Map<string, string>();

  constructor(state: State, secrets: readonly SecretConfig[]) {
    this.#state = state;
    state.database.exec(
      'CREATE TABLE IF NOT EXISTS secret (arn TEXT PRIMARY KEY, value TEXT NOT NULL)',
    );
    for (const secret of secrets) {
      if (secret.value !== undefined) this.put(secret.arn, secret.value);
      else if (secret.generate !== undefined) this.#generate(secret.arn, secret.generate);
    }
  }

  put(arn: string, value: string): void {
    this.#given.set(arn, value);
  }

  find(id: string): Secret | undefined {
    for (const [arn, value] of this.#given) {
      if (arn === id || arn.endsWith(`:secret:${id}`)) return secretOf(arn, value);
    }
    const row = this.#state.database
      .prepare("SELECT arn, value FROM secret WHERE arn = ?1 OR arn LIKE '%:secret:' || ?1")
      .get(id);
    return row && secretOf(String(row.arn), String(row.value));
  }

  arns(): string[] {
    const kept = this.#state.database.prepare('SELECT arn FROM secret').all();
    return [...new Set([...kept.map(({ arn }) => String(arn)), ...this.#given.keys()])].sort();
  }

  #generate(arn: string, generate: NonNullable<SecretConfig['generate']>): void {
    const password = generatePassword(generate.password);
    const value =
      generate.key === undefined
        ? password
        : JSON.stringify({ ...JSON.parse(generate.template ?? '{}'), [generate.key]: password });
    this.#state.database.prepare('INSERT OR IGNORE INTO secret VALUES (?, ?)').run(arn, value);
  }
}

function secretOf(arn: string, value: string): Secret {
  const hash = createHash('sha256').update(`${arn}\0${value}`).digest('hex');
  const versionId = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return { arn, value, versionId };
}
