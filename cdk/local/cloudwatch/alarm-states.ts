import type { State } from '#cdk/local/state/state.ts';
import type { AlarmState } from './alarm-config.ts';

/** The states of alarms, in the state file: a start tells nobody again what the last run told. */
export class AlarmStates {
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
    state.database.exec(
      'CREATE TABLE IF NOT EXISTS alarm (name TEXT PRIMARY KEY, state TEXT NOT NULL)',
    );
  }

  /**
   * One that was never evaluated counts as `OK`, where CloudWatch begins with `INSUFFICIENT_DATA`: else the
   * first start would tell of as many recoveries as there are alarms.
   */
  read(name: string): AlarmState {
    const row = this.#state.database.prepare('SELECT state FROM alarm WHERE name = ?').get(name);
    return STATES.find((state) => state === row?.state) ?? 'OK';
  }

  write(name: string, state: AlarmState): void {
    this.#state.database
      .prepare(
        'INSERT INTO alarm (name, state) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET state = ?2',
      )
      .run(name, state);
  }
}

const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;
