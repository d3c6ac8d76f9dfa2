import type { ClientBase } from 'pg';
import type { LastNotice } from './cooldown.ts';

export interface AlertRow {
  readonly id: string;
  readonly alarm: string;
  readonly reason: string;
  readonly firedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: 'recovery' | 'person' | null;
}

const COLUMNS = `id, alarm, reason, fired_at as "firedAt", acknowledged_at as "acknowledgedAt",
  resolved_at as "resolvedAt", resolved_by as "resolvedBy"`;

/** One change of an alarm at a time, whoever records it, until the transaction ends. */
export async function lockAlarm(client: ClientBase, alarm: string): Promise<void> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`alarm ${alarm}`]);
}

export async function findOpen(client: ClientBase, alarm: string): Promise<AlertRow | undefined> {
  const { rows } = await client.query<AlertRow>(
    `select ${COLUMNS} from alerts where alarm = $1 and resolved_at is null`,
    [alarm],
  );
  return rows[0];
}

/** The newest of an alarm, open or not. */
export async function findNewest(client: ClientBase, alarm: string): Promise<AlertRow | undefined> {
  const { rows } = await client.query<AlertRow>(
    `select ${COLUMNS} from alerts where alarm = $1 order by fired_at desc, id desc limit 1`,
    [alarm],
  );
  return rows[0];
}

export async function insertAlert(
  client: ClientBase,
  alarm: string,
  reason: string,
  at: Date,
): Promise<AlertRow> {
  const { rows } = await client.query<AlertRow>(
    `insert into alerts (alarm, reason, fired_at) values ($1, $2, $3) returning ${COLUMNS}`,
    [alarm, reason, at],
  );
  return one(rows);
}

export async function setReason(client: ClientBase, id: string, reason: string): Promise<void> {
  await client.query('update alerts set reason = $2 where id = $1', [id, reason]);
}

export async function setResolved(
  client: ClientBase,
  id: string,
  by: 'recovery' | 'person',
  at: Date,
): Promise<AlertRow> {
  const { rows } = await client.query<AlertRow>(
    `update alerts set resolved_at = $3, resolved_by = $2 where id = $1 returning ${COLUMNS}`,
    [id, by, at],
  );
  return one(rows);
}

export async function setAcknowledged(client: ClientBase, id: string, at: Date): Promise<AlertRow> {
  const { rows } = await client.query<AlertRow>(
    `update alerts set acknowledged_at = $2 where id = $1 returning ${COLUMNS}`,
    [id, at],
  );
  return one(rows);
}

/** Locks an alert until the transaction ends. */
export async function lockAlert(client: ClientBase, id: string): Promise<AlertRow | undefined> {
  const { rows } = await client.query<AlertRow>(
    `select ${COLUMNS} from alerts where id = $1 for update`,
    [id],
  );
  return rows[0];
}

/** Those that nobody has resolved, the newest first: one for each alarm at most. */
export async function selectOpen(client: ClientBase): Promise<AlertRow[]> {
  const { rows } = await client.query<AlertRow>(
    `select ${COLUMNS} from alerts where resolved_at is null order by fired_at desc, id desc`,
  );
  return rows;
}

export interface ChangeRow {
  readonly id: string;
  /** Its place in the order of recording. */
  readonly position: number;
  readonly alertId: string;
  readonly alarm: string;
  readonly change: 'fired' | 'recovered' | 'acknowledged' | 'resolved';
  readonly reason: string | null;
  readonly at: Date;
  readonly notified: boolean;
}

const CHANGE_COLUMNS = 'id, position, alert_id as "alertId", alarm, change, reason, at, notified';

type NewChange = Omit<ChangeRow, 'id' | 'position'> & { readonly messageId?: string };

/** @returns false when the message was recorded before */
export async function insertChange(client: ClientBase, change: NewChange): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into alert_changes (alert_id, alarm, change, reason, at, notified, message_id)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (message_id) do nothing`,
    [
      change.alertId,
      change.alarm,
      change.change,
      change.reason,
      change.at,
      change.notified,
      change.messageId ?? null,
    ],
  );
  return rowCount === 1;
}

export async function isRecorded(client: ClientBase, messageId: string): Promise<boolean> {
  const { rows } = await client.query('select 1 from alert_changes where message_id = $1', [
    messageId,
  ]);
  return rows.length > 0;
}

export async function setNotified(client: ClientBase, changeId: string): Promise<void> {
  await client.query('update alert_changes set notified = true where id = $1', [changeId]);
}

/** What the alarm itself did, without people. */
export interface SignalRow extends ChangeRow {
  readonly change: 'fired' | 'recovered';
}

/** The newest of them. */
export async function lastSignal(
  client: ClientBase,
  alarm: string,
): Promise<SignalRow | undefined> {
  const { rows } = await client.query<SignalRow>(
    `select ${CHANGE_COLUMNS} from alert_changes
     where alarm = $1 and change in ('fired', 'recovered') order by at desc, position desc limit 1`,
    [alarm],
  );
  return rows[0];
}

/** What somebody was told last. */
export async function lastNotice(
  client: ClientBase,
  alarm: string,
): Promise<LastNotice | undefined> {
  const { rows } = await client.query<LastNotice>(
    `select change, at from alert_changes
     where alarm = $1 and notified and change in ('fired', 'recovered')
     order by at desc, position desc limit 1`,
    [alarm],
  );
  return rows[0];
}

/** A page of what happened, the newest first. */
export async function selectChanges(
  client: ClientBase,
  limit: number,
  after: number | undefined,
): Promise<ChangeRow[]> {
  const { rows } = await client.query<ChangeRow>(
    `select ${CHANGE_COLUMNS} from alert_changes
     where $2::bigint is null or position < $2 order by position desc limit $1`,
    [limit, after ?? null],
  );
  return rows;
}

function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The statement returned no row');
  return row;
}
