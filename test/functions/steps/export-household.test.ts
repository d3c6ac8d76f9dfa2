import { beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/steps/export-household/handler.ts';
import { streamTo } from '#shared/clients/multipart.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import type { ExportRun } from '#shared/household-export/export-run.ts';
import { exportStep } from '#shared/household-export/export-step.ts';
import { addExport } from '#shared/household-export/export-store.ts';
import { exportedTables } from '#shared/household-export/household-tables.ts';
import { keysOf, uploads } from '#test/support/backup.ts';
import { testDatabase } from '#test/support/database.ts';
import { readZip } from '#test/support/read-zip.ts';
import { savedDocument } from '#test/support/saved-document.ts';
import { type Line, stockedReceipt } from '#test/support/stocked-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

const FORMULA = '=HYPERLINK("http://x.test","Mleko")';
const LINE: Line = {
  name: FORMULA,
  key: 'milk-3-2',
  category: 'dairy',
  quantity: '2',
  unit: 'szt',
  net: 698,
};
const PHOTO = Buffer.from('a photograph');
const storage = { ...uploads, writeStream: streamTo(ENV.uploadsBucket) };

let household: HouseholdContext;
let stranger: HouseholdContext;

beforeAll(async () => {
  household = await database.newHousehold();
  stranger = await database.newHousehold();
  for (const day of ['2026-11-20', '2026-11-20', '2026-11-21']) {
    await stockedReceipt(database, household, day, 'lidl', [LINE]);
  }
  await stockedReceipt(database, stranger, '2026-11-22', 'obcy', [LINE]);
  await savedDocument(database, household, 'Instrukcja: pralka', 'pl', [{ text: 'Filtr.' }]);
  await database.query(
    `insert into recipes (household_id, title, language, servings, prep_minutes, ingredients, steps, source)
     values ($1, 'Żurek/babci', 'pl', 4, 20, '[{"text": "500 ml zakwasu"}]', '{Gotuj.}',
       '{"name": "", "url": null, "author": null}')`,
    [household.householdId],
  );
  await database.query(
    `insert into device_keys (household_id, user_id, name, hash, scopes)
     values ($1, $2, 'Home Assistant', decode(repeat('ab', 32), 'hex'), '{read}')`,
    [household.householdId, household.userId],
  );
  const files = await database.query<{ id: string; household_id: string }>(
    'select id, household_id from uploads',
  );
  for (const { id, household_id } of files) {
    await uploads.write(`uploads/${household_id}/${id}`, PHOTO, 'image/png');
  }
});

async function started(locale: 'pl' | 'en' = 'pl'): Promise<ExportRun> {
  const { id } = await withHousehold(household, (client) => addExport(client, household, locale));
  const { householdId } = household;
  return { action: 'export', householdId, exportId: id, part: 0, after: null, done: false };
}

/** What the workflow does. @returns the files of each archive, and the row of the export */
async function exported(locale: 'pl' | 'en', step: (run: ExportRun) => Promise<ExportRun>) {
  let run = await started(locale);
  while (!run.done) run = await step(run);
  const [row] = await database.query<{
    status: string;
    archives: { name: string; size: number; files: number }[];
    files_done: number;
    files_total: number;
  }>('select * from household_exports where id = $1', [run.exportId]);
  const archives: Map<string, Buffer>[] = [];
  for (const { name, size } of row?.archives ?? []) {
    const key = `exports/${household.householdId}/${run.exportId}/${name}`;
    const { body } = (await uploads.read(key)) ?? { body: Buffer.alloc(0) };
    expect(body.length).toBe(size);
    archives.push(readZip(body));
  }
  return { row, archives };
}

const text = (archive: Map<string, Buffer> | undefined, path: string) =>
  archive?.get(path)?.toString() ?? `no ${path}`;

test('one archive has all rows, recipes for other programs, tables for a spreadsheet, and the files', async () => {
  const { row, archives } = await exported('pl', handler);
  const [archive] = archives;
  expect(row).toMatchObject({ status: 'done', files_done: 4, files_total: 4 });
  expect([...(archive?.keys() ?? [])].filter((path) => !path.startsWith('json/')).sort()).toEqual(
    [
      'README.txt',
      'dokumenty/Instrukcja pralka.md',
      'przepisy/Żurek babci.jsonld',
      'tabele/paragony.csv',
      'tabele/spiżarnia.csv',
      'tabele/zmiany w spiżarni.csv',
      'zdjęcia paragonów/2026-11-20 LIDL 0.00 PLN (2).png',
      'zdjęcia paragonów/2026-11-20 LIDL 0.00 PLN.png',
      'zdjęcia paragonów/2026-11-21 LIDL 0.00 PLN.png',
    ].sort(),
  );
  expect(archive?.get('zdjęcia paragonów/2026-11-21 LIDL 0.00 PLN.png')).toEqual(PHOTO);
  expect(text(archive, 'README.txt')).toContain('FoodSave AI – dane gospodarstwa domowego\r\n');
  const recipe = JSON.parse(text(archive, 'przepisy/Żurek babci.jsonld'));
  expect(recipe).toMatchObject({
    '@type': 'Recipe',
    name: 'Żurek/babci',
    recipeIngredient: ['500 ml zakwasu'],
  });

  const [heading, first] = text(archive, 'tabele/paragony.csv').split('\r\n');
  expect(heading).toMatch(/^\uFEFF"data","godzina","sklep",/);
  const formula = `"'${FORMULA.replaceAll('"', '""')}"`;
  expect(first).toBe(
    `"2026-11-20",,"LIDL",,0,${formula},${formula},"dairy",2,"szt",0.00,0.00,6.98,"PLN",`,
  );
  expect(text(archive, 'tabele/spiżarnia.csv').split('\r\n')).toHaveLength(5);
  expect(text(archive, 'tabele/zmiany w spiżarni.csv').split('\r\n')).toHaveLength(5);
});

test('the rows of every table are there as they are stored, without secrets and strangers', async () => {
  const { archives } = await exported('en', handler);
  for (const { name, without } of exportedTables()) {
    const rows = await database.query<{ row: object }>(
      `select to_jsonb(t) - $2::text[] as row from ${name} t where household_id = $1 order by (to_jsonb(t) - $2::text[])::text`,
      [household.householdId, without],
    );
    const json = JSON.parse(text(archives[0], `json/${name}.json`));
    expect(json, name).toEqual(rows.map(({ row }) => row));
  }
  const all = [...(archives[0]?.values() ?? [])].join('\n');
  expect(all).not.toContain('ab'.repeat(32));
  expect(all).not.toContain(stranger.householdId);
  expect(text(archives[0], 'README.txt')).toContain('data of a household');
});

test('files that do not fit follow in archives of their own, under the names they have in all', async () => {
  const { row, archives } = await exported('en', (run) =>
    exportStep(run, storage, 2 * PHOTO.length),
  );
  expect(
    row?.archives.map(({ name, files }) => [name.replace(/\d{4}-\d\d-\d\d/, 'DAY'), files]),
  ).toEqual([
    ['foodsave-DAY.zip', 2],
    ['foodsave-DAY-2.zip', 2],
  ]);
  expect([...(archives[1]?.keys() ?? [])]).toEqual([
    'photographs of receipts/2026-11-21 LIDL 0.00 PLN.png',
    'documents/Instrukcja pralka.md',
  ]);
});

test('a step that was cut off is run again, and the export is as if it had not been', async () => {
  let isCut = false;
  const { row, archives } = await exported('en', async (run) => {
    const broken = {
      ...storage,
      read: () => Promise.reject(new Error('the storage is away')),
    };
    if (!isCut && run.part === 1) {
      isCut = true;
      await expect(exportStep(run, broken, PHOTO.length)).rejects.toThrow('the storage is away');
    }
    const after = await exportStep(run, storage, PHOTO.length);
    // As after a crash behind its last line: the workflow asks for the same archive once more.
    if (!after.done) expect(await exportStep(run, storage, PHOTO.length)).toEqual(after);
    return after;
  });
  expect(isCut).toBe(true);
  expect(row).toMatchObject({ status: 'done', files_done: 4 });
  expect(archives.map(({ size }) => size).slice(1)).toEqual([1, 1, 1]);
});

test('an export that failed says so, and one of an erased household does nothing', async () => {
  const run = await started();
  await handler({ ...run, error: { Cause: '{}' } });
  const [row] = await database.query('select status from household_exports where id = $1', [
    run.exportId,
  ]);
  expect(row).toEqual({ status: 'failed' });
  const before = await keysOf(uploads, 'exports/');
  expect(await handler(run)).toEqual({ ...run, done: true });
  expect(await keysOf(uploads, 'exports/')).toEqual(before);
});
