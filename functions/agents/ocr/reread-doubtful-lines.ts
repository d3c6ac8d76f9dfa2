import type { Model, Usage } from '#shared/llm/model.ts';
import type { Grey } from '#shared/reading/geometry/line-crop.ts';
import { type Gap, gapsBetween, type Strip, stripsOf } from '#shared/reading/layout/line-strips.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import type { Turns } from '#shared/reading/model/turns.ts';
import { linePicture } from '#shared/reading/pages/line-pictures.ts';
import { applyAnswers, type LineAnswer } from '#shared/receipts/choose/apply-answers.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { type Doubt, type Doubts, doubtfulLines } from '#shared/receipts/choose/doubtful-lines.ts';
import type { ParsedItem } from '#shared/receipts/model/receipt.ts';
import { log } from '#shared/telemetry/log.ts';
import { linesPrompt } from './prompt.ts';

/** More pictures in one question are read less carefully, and Bedrock takes no more than 20. */
const MAX_LINES_PER_QUESTION = 12;

/**
 * Has a model read the doubtful lines of a receipt that does not balance, in two questions at most.
 * What it read is kept only when the receipt balances with it; else, and whatever the model does, the
 * readings stay as they were. Leaves one line in the log.
 * @param openPage gives the page that the readings were made of
 * @param signal aborted when time is up: no question is asked any more, and none waited for
 */
export async function rereadDoubtfulLines(
  openPage: (turns: Turns) => Promise<Grey>,
  readings: readonly Reading[],
  model: Model,
  signal?: AbortSignal,
): Promise<readonly Reading[]> {
  if (readings.length === 0 || signal?.aborted) return readings;
  const chosen = chooseReceipt(readings);
  const { reading } = chosen;
  // The text of a PDF is what was printed: its picture shows nothing else.
  const isText = reading.engine === 'pdf-text' || reading.sheet === undefined;
  if (chosen.receipt.balance.ok || isText) return readings;
  const page = await openPage(reading.sheet.turns);
  const strips = stripsOf(reading, page);
  const doubts = doubtfulLines(chosen, gapsBetween(strips, reading, page));
  const asked: ModelAnswer[] = [];
  for (const question of questionsOf(doubts, strips)) {
    const answer = await askModel(model, page, question, signal);
    asked.push(answer);
    if (answer.failed !== undefined) break;
    const kept = firstBalancing(readings, reading, asked);
    if (kept !== undefined) {
      report('balances', asked, kept);
      return kept.readings;
    }
  }
  const failed = asked.at(-1)?.failed;
  report(failed ?? (asked.length === 0 ? 'nothing-doubtful' : 'does-not-balance'), asked);
  return readings;
}

/** A doubtful place, and the strip of the page that shows it. */
interface DoubtfulStrip extends Doubt<Gap> {
  readonly strip: Strip;
}

/**
 * The items and the total are asked for apart, so that no answer can be made up to fit the other; where
 * the total is sure, the second question is for more of the items.
 */
function questionsOf(
  { items, closing, hasTotal }: Doubts<Gap>,
  strips: readonly (Strip | null)[],
): DoubtfulStrip[][] {
  const withStrips = (doubts: readonly Doubt<Gap>[]) =>
    doubts.flatMap((doubt): DoubtfulStrip[] => {
      const strip = doubt.gap ?? strips[doubt.at];
      return strip == null ? [] : [{ ...doubt, strip }];
    });
  const [ofItems, ofClosing] = [withStrips(items), withStrips(closing)];
  const first = ofItems.slice(0, MAX_LINES_PER_QUESTION);
  const total = ofClosing.slice(0, MAX_LINES_PER_QUESTION);
  const second =
    total.length > 0 ? total : ofItems.slice(MAX_LINES_PER_QUESTION, 2 * MAX_LINES_PER_QUESTION);
  const questions = hasTotal ? [first, second] : [total, first];
  return questions.filter((question) => question.length > 0);
}

/** One question and what came back. */
interface ModelAnswer {
  readonly lines: number;
  readonly answers: readonly LineAnswer[];
  readonly usage: Usage | null;
  /** Why there is no answer. */
  readonly failed?: string;
}

async function askModel(
  model: Model,
  page: Grey,
  doubts: readonly DoubtfulStrip[],
  signal: AbortSignal | undefined,
): Promise<ModelAnswer> {
  const inOrder = [...doubts].sort((a, b) => a.strip.region.y - b.strip.region.y);
  const pictures = await Promise.all(inOrder.map(({ strip }) => linePicture(page, strip.region)));
  const answer = await model.complete(linesPrompt(pictures), signal);
  const { usage } = answer;
  const lines = doubts.length;
  if (!answer.ok) return { lines, usage, answers: [], failed: answer.why };
  const answers = answer.value.lines.flatMap(({ line, text }): LineAnswer[] => {
    const doubt = inOrder[line - 1];
    return doubt === undefined ? [] : [{ ...doubt, text }];
  });
  return { lines, usage, answers };
}

interface AcceptedReadings {
  readonly readings: readonly Reading[];
  readonly changed: number;
}

/** The last answer alone, or all of them: the reading they make takes the place of the one it is of. */
function firstBalancing(
  readings: readonly Reading[],
  base: Reading,
  asked: readonly ModelAnswer[],
): AcceptedReadings | undefined {
  const last = asked.at(-1)?.answers ?? [];
  const tries = asked.length > 1 ? [last, asked.flatMap(({ answers }) => answers)] : [last];
  for (const answers of tries) {
    const { reading: candidate, changed } = applyAnswers(base, answers);
    if (changed === 0) continue;
    const others = readings.map((one) => (one === base ? candidate : one));
    const { receipt, reading } = chooseReceipt(others);
    const isOwn = reading === candidate && !receipt.items.some(isCorrected);
    if (receipt.balance.ok && isOwn) return { readings: others, changed };
  }
  return undefined;
}

/** Whether arithmetic changed what the model read: then one of them is wrong, and which is unknown. */
function isCorrected({ reasons, repairs = [] }: ParsedItem): boolean {
  return reasons.includes('read-by-model') && repairs.some(({ field }) => field !== 'line');
}

function report(why: string, asked: readonly ModelAnswer[], kept?: AcceptedReadings): void {
  const sum = (of: (one: ModelAnswer) => number) => asked.reduce((all, one) => all + of(one), 0);
  const failed = asked.some((one) => one.failed !== undefined);
  log[failed ? 'warn' : 'info']('A model looked at doubtful lines again', {
    why,
    kept: kept !== undefined,
    calls: asked.length,
    lines: sum(({ lines }) => lines),
    answered: sum(({ answers }) => answers.length),
    changed: kept?.changed ?? 0,
    inputTokens: sum(({ usage }) => usage?.inputTokens ?? 0),
    outputTokens: sum(({ usage }) => usage?.outputTokens ?? 0),
    model: asked.find(({ usage }) => usage !== null)?.usage?.model,
  });
}
