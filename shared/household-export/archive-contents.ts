import type { ClientBase } from 'pg';
import { writeJsonLd } from '#shared/recipes/json-ld/write-recipe.ts';
import { ownRecipes } from '#shared/recipes/records/recipe-store.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import { EXPORT_WORDS, type Locale, readMe } from './export-words.ts';
import { safeName, uniqueNames } from './file-names.ts';
import { sheetRows, tableRows } from './household-rows-store.ts';
import { exportedTables } from './household-tables.ts';
import { SPREADSHEETS, type Spreadsheet } from './spreadsheets.ts';
import type { ArchiveEntry } from './zip-archive.ts';

export interface ExportedHousehold {
  readonly locale: Locale;
  readonly zone: string;
  /** When the export began. */
  readonly at: Date;
}

/** Everything of a household but its files, all as it is in the transaction of `client`. */
export async function dataEntries(
  client: ClientBase,
  { locale, zone, at }: ExportedHousehold,
): Promise<ArchiveEntry[]> {
  const words = EXPORT_WORDS[locale];
  const sheets = SPREADSHEETS.map((sheet) =>
    textEntry(`${words.tables}/${sheet.file[locale]}`, () => csvOf(client, sheet, locale)),
  );
  const nameOf = uniqueNames();
  const recipes = (await ownRecipes(client)).map((recipe) =>
    textEntry(
      nameOf(words.recipes, safeName(recipe.title, words.recipe), '.jsonld'),
      async function* () {
        yield `${JSON.stringify(writeJsonLd({ ...recipe, nutrition: null }), null, 2)}\n`;
      },
    ),
  );
  const tables = exportedTables().map((table) =>
    textEntry(`json/${table.name}.json`, () => jsonOf(tableRows(client, table))),
  );
  const introduction = textEntry('README.txt', async function* () {
    yield BYTE_ORDER_MARK;
    yield readMe(locale, at, zone);
  });
  return [introduction, ...sheets, ...recipes, ...tables];
}

function textEntry(path: string, contents: () => AsyncIterable<string>): ArchiveEntry {
  return { path, contents, compress: true };
}

async function* csvOf(
  client: ClientBase,
  { rowsOf, columns }: Spreadsheet,
  locale: Locale,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  yield csvLine(columns.map(({ heading }) => ({ text: heading[locale] })));
  for await (const row of sheetRows(client, rowsOf)) {
    yield csvLine(
      columns.map(({ kind }, at) =>
        kind === 'number' ? { number: row[at] ?? null } : { text: row[at] ?? null },
      ),
    );
  }
}

/** An array with a row on each line. */
async function* jsonOf(rows: AsyncIterable<string>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield `${before}${row}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
