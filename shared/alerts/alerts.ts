import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { alarmText } from './alarm-text.ts';
import type { Alert, AlertChange } from './alert-schema.ts';
import * as store from './alert-store.ts';

/** Who asks: an operator, whose household is needed for no more than a transaction. */
interface Operator {
  readonly household: HouseholdContext;
  readonly locale: Locale;
}

/** After how many it goes on. */
const Place = z.int().check(z.minimum(1));

export async function listAlerts({ household, locale }: Operator): Promise<Alert[]> {
  const rows = await withHousehold(household, store.selectOpen);
  return rows.map((row) => alertOf(row, locale));
}

export async function alertHistory(
  { household, locale }: Operator,
  { limit, cursor }: PageQuery,
): Promise<Page<AlertChange>> {
  const after = readCursor(Place, cursor);
  const rows = await withHousehold(household, (client) =>
    store.selectChanges(client, limit + 1, after),
  );
  return toPage(
    rows,
    limit,
    ({ position: _, ...row }) => ({
      ...row,
      title: alarmText(row.alarm)[locale],
      at: row.at.toISOString(),
    }),
    (row) => row.position,
  );
}

/** Somebody looks after it. Once is enough. @throws UserError 404; 409 when it is resolved */
export async function acknowledgeAlert(
  { household, locale }: Operator,
  id: string,
  now: Date,
): Promise<Alert> {
  return await withHousehold(household, async (client) => {
    const alert = await unresolved(client, id);
    if (alert.acknowledgedAt !== null) return alertOf(alert, locale);
    await note(client, alert, 'acknowledged', now);
    return alertOf(await store.setAcknowledged(client, id, now), locale);
  });
}

/** Closes it, whatever the alarm says; when the alarm fires again, that is another alert. @throws as above */
export async function resolveAlert(
  { household, locale }: Operator,
  id: string,
  now: Date,
): Promise<Alert> {
  return await withHousehold(household, async (client) => {
    const alert = await unresolved(client, id);
    await note(client, alert, 'resolved', now);
    return alertOf(await store.setResolved(client, id, 'person', now), locale);
  });
}

async function unresolved(client: ClientBase, id: string): Promise<store.AlertRow> {
  const alert = await store.lockAlert(client, id);
  if (alert === undefined) {
    throw notFound({ pl: 'Nie ma takiego alertu.', en: 'There is no such alert.' });
  }
  if (alert.resolvedAt === null) return alert;
  throw new UserError('conflict', 'alert-resolved', {
    pl: 'Ten alert jest już zamknięty.',
    en: 'This alert is resolved already.',
  });
}

async function note(
  client: ClientBase,
  { id, alarm }: store.AlertRow,
  change: 'acknowledged' | 'resolved',
  at: Date,
): Promise<void> {
  await store.insertChange(client, {
    alertId: id,
    alarm,
    change,
    reason: null,
    at,
    notified: false,
  });
}

function alertOf(row: store.AlertRow, locale: Locale): Alert {
  const { acknowledgedAt, resolvedAt } = row;
  const open = acknowledgedAt === null ? 'open' : 'acknowledged';
  return {
    ...row,
    title: alarmText(row.alarm)[locale],
    status: resolvedAt === null ? open : 'resolved',
    firedAt: row.firedAt.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    resolvedAt: resolvedAt?.toISOString() ?? null,
  };
}
