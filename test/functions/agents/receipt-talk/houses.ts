import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { addDays } from '#shared/expiry/plain-date.ts';
import { today } from '#shared/pantry/today-store.ts';
import { saveReceipt } from '#shared/receipts/records/receipt-save.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { transition } from '#shared/uploads/upload-store.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { matchedReceipt } from '#test/support/matched-receipt.ts';
import { newRun } from '#test/support/uploads.ts';

/** A receipt as it is printed, so many days ago. */
function printed(heading: readonly string[], day: string, lines: readonly string[], total: string) {
  return [...heading, `${day} 10:15`, 'PARAGON FISKALNY', ...lines, `SUMA PLN ${total}`];
}

const LIDL = ['LIDL sp. z o.o. sp. k.', 'NIP 781-18-97-358'];
const BIEDRONKA = ['Jeronimo Martins Polska S.A.', 'BIEDRONKA', 'NIP 779-10-11-327'];
const ZABKA = ['ŻABKA', 'Żabka Polska sp. z o.o.', 'NIP 522-30-71-241'];

const YOGHURT = [
  'JOGURT NATURALNY 1 x 3,49 3,49 C',
  'MLEKO UHT 3,2% 1L 1 x 3,99 3,99 C',
  'CHLEB RAZOWY 1 x 5,49 5,49 C',
];

/** What the houses of the written talks hold, the newest receipt last. */
export async function furnishHouse(
  database: TestDatabase,
  household: HouseholdContext,
  house: string,
): Promise<void> {
  const day = await withHousehold(household, today);
  const ago = (days: number) => addDays(day, -days);
  const save = async (lines: readonly string[]) => {
    const run = await newRun(household);
    await withHousehold(household, (client) => transition(client, run, 'savingStarted'));
    await saveReceipt(run, matchedReceipt(lines));
    return run;
  };
  const lidl = printed(LIDL, ago(1), YOGHURT, '12,97');
  switch (house) {
    case 'usual':
      await save(
        printed(
          ZABKA,
          ago(8),
          [
            'MLEKO UHT 1L 1 x 4,29 4,29 C',
            'MLEKO OWSIANE 1L 1 x 7,99 7,99 C',
            'XPRT 12 WZ 1 x 3,00 3,00 C',
          ],
          '20,27',
        ),
      );
      await save(
        printed(
          BIEDRONKA,
          ago(3),
          [
            'KAWA MIELONA 1 x 24,99 24,99 A',
            'SER GOUDA 1 x 21,99 21,99 C',
            'BANANY 1,230 kg x 4,99 6,14 C',
          ],
          '53,12',
        ),
      );
      await save(lidl);
      break;
    case 'duplicate':
      await save(lidl);
      await save(lidl);
      break;
    case 'failed':
    case 'reading': {
      const run = await newRun(household);
      await withHousehold(household, async (client) => {
        await transition(client, run, 'readingStarted');
        const problem = problemOf('please-retake');
        if (house === 'failed') await transition(client, run, 'failed', { problem });
      });
      break;
    }
    case 'cut-off': {
      const { uploadId } = await save(lidl);
      await database.query(
        `update receipts set status = 'needs-review', reasons = '{reading-cut-off}' where upload_id = $1`,
        [uploadId],
      );
      await database.query(`update uploads set status = 'needs-review' where id = $1`, [uploadId]);
      break;
    }
    case 'none':
      break;
    default:
      throw new Error(`There is no house ${house}`);
  }
}
