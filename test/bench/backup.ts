import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { startS3 } from '#cdk/local/s3/server.ts';
import { openState } from '#cdk/local/state/state.ts';
import { ENV } from '#shared/env.ts';
import { withBenchDatabase } from './bench-database.ts';

// `npm run bench:backup -- [--receipts=N] [--kilobytes=N]`: receipts with lines, lots, bookings and a file
// each, of ten households; backs all up, drops schema and files, restores, and compares every table, every
// file and the structure. Exits 1 where anything differs.
const { values } = parseArgs({
  options: {
    receipts: { type: 'string', default: '10000' },
    kilobytes: { type: 'string', default: '20' },
  },
});
const RECEIPTS = Number(values.receipts);
const FILE_BYTES = Number(values.kilobytes) * 1024;
const HOUSEHOLDS = 10;
const LINES = 8;
/** Files sent to storage at once. */
const AT_ONCE = 16;

await withBenchDatabase(async (owner) => {
  const storage = await startStorage();
  try {
    // It reads the environment that both have set by now.
    const support = await import('#test/support/backup.ts');
    const { takeBackup, runRestore, liveData, uploads, keysOf } = support;
    const acting = {
      actAs: (role: string) => {
        process.env[ENV.databaseSecret] = role === 'foodsave_backup' ? 'backup' : 'owner';
      },
      actAsApp: () => {
        process.env[ENV.databaseSecret] = 'app';
      },
    };
    process.env[ENV.version] = 'bench';
    const keys = await fill(owner, uploads);
    await owner.query('analyze');
    const before = await liveData(acting);

    const backup = await timed(() => takeBackup(acting));
    const { readState } = await import('#shared/backup/backup-state.ts');
    const state = await readState(support.backups, backup.result);
    const wipe = await timed(async () => {
      await owner.query('drop schema public cascade; create schema public');
      await uploads.remove(await keysOf(uploads));
    });
    const restore = await timed(() => runRestore(acting, backup.result, 'restore'));
    const differing = differences(before, await liveData(acting));
    const lost = keys.length - (await keysOf(uploads, 'uploads/')).length;

    const rows = state.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${RECEIPTS} receipts: ${rows} rows, ${state.objects} files of ${values.kilobytes} kB, ` +
        `${(state.size / 1e6).toFixed(0)} MB in the backup\n` +
        `backup ${backup.seconds} s, wipe ${wipe.seconds} s, restore ${restore.seconds} s; ` +
        `${process.cpuUsage().user / 1e6} s of processor in this process\n` +
        `differing tables: ${differing.join(', ') || 'none'}; files lost: ${lost}`,
    );
    if (differing.length > 0 || lost > 0) process.exitCode = 1;
  } finally {
    await storage.close();
  }
});

type Live = Awaited<ReturnType<typeof import('#test/support/backup.ts').liveData>>;

/** Tables of other rows, and parts of another structure; a restore itself has the index built anew. */
function differences(before: Live, after: Live): string[] {
  const names = new Set([...Object.keys(before.rows), ...Object.keys(after.rows)]);
  const tables = [...names].filter((name) => before.rows[name] !== after.rows[name]);
  const structure = before.structure.filter((line, at) => after.structure[at] !== line);
  return [...tables.filter((name) => !['outbox', 'search_indexes'].includes(name)), ...structure];
}

async function timed<T>(work: () => Promise<T>) {
  const began = performance.now();
  const result = await work();
  return { result, seconds: ((performance.now() - began) / 1000).toFixed(1) };
}

/** @returns the keys of the files */
async function fill(
  owner: pg.Client,
  uploads: { write(key: string, body: Buffer, type: string): Promise<void> },
): Promise<string[]> {
  await owner.query('insert into households (name) select n::text from generate_series(1, $1) n', [
    HOUSEHOLDS,
  ]);
  await owner.query(
    `insert into uploads (household_id, kind, status, content_type, size, sha256)
     select h.household_id, 'receipt', 'done', 'image/jpeg', $2, sha256((h.name || n)::bytea)
     from households h, generate_series(1, $1) n`,
    [RECEIPTS / HOUSEHOLDS, FILE_BYTES],
  );
  await owner.query(
    `insert into receipts (household_id, upload_id, status, merchant_name, purchased_on, total_minor,
       balance_ok, engine, variant, reading_text)
     select household_id, id, 'done', 'Sklep', '2026-01-01'::date + (row_number() over ())::int % 300, 4520,
       true, 'tesseract', 'plain', repeat('MLEKO UHT 3,2% 1L 2 x 3,49 6,98 C' || chr(10), ${LINES}) from uploads`,
  );
  await owner.query(
    `insert into receipt_items (household_id, receipt_id, line, name, product_name, kind, quantity, unit,
       unit_price_minor, gross_minor, net_minor, confidence)
     select household_id, id, n, 'MLEKO UHT 3,2% ' || n, 'mleko', 'food', 2, 'szt', 349, 698, 698, 0.9
     from receipts, generate_series(1, ${LINES}) n`,
  );
  await owner.query(
    `insert into lots (household_id, product_name, quantity, unit, location, receipt_item_id)
     select household_id, product_name, quantity, unit, 'fridge', id from receipt_items`,
  );
  await owner.query(
    `insert into bookings (household_id, lot_id, kind, change, unit, lot_version)
     select household_id, id, 'add', quantity, unit, 1 from lots`,
  );
  const { rows } = await owner.query<{ key: string }>(
    `select 'uploads/' || household_id || '/' || id as key from uploads`,
  );
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await Promise.all(
      rows
        .slice(at, at + AT_ONCE)
        .map(({ key }) => uploads.write(key, randomBytes(FILE_BYTES), 'image/jpeg')),
    );
  }
  return rows.map(({ key }) => key);
}

/** The local target's storage, with the buckets of uploads and of backups. */
async function startStorage(): Promise<{ close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-bench-'));
  const state = openState(folder);
  const bucket = (name: string) => ({
    name,
    cors: [],
    lifecycle: [],
    versioned: true,
    notifications: [],
  });
  const s3 = await startS3({
    state,
    directory: join(folder, 's3'),
    port: 0,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    buckets: [bucket('uploads'), bucket('backups')],
    deliver: () => undefined,
  });
  Object.assign(process.env, {
    [ENV.s3Endpoint]: s3.url,
    [ENV.uploadsBucket]: 'uploads',
    [ENV.backupsBucket]: 'backups',
  });
  return {
    async close() {
      await s3.close();
      state.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
