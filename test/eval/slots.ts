/**
 * Precision and recall of the slots of shared/slots on lists of sentences. `npm run eval:slots`, over
 * test/eval/slots/*.jsonl, or `npm run eval:slots -- <file>`; `--show` prints each sentence that is not right.
 */
import { globSync } from 'node:fs';
import { readSentences } from './slots/read-sentences.ts';
import { KINDS, scoreSlots } from './slots/score-slots.ts';

const show = process.argv.includes('--show');
const [given] = process.argv.slice(2).filter((argument) => argument !== '--show');
const files = given === undefined ? globSync('test/eval/slots/*.jsonl').sort() : [given];

for (const file of files) {
  const sentences = readSentences(file);
  const { scores, wrong } = await scoreSlots(sentences);
  console.log(`${file}: ${sentences.length} sentences`);
  for (const language of ['pl', 'en', 'all'] as const) {
    for (const kind of KINDS) {
      const { right, found, expected } = scores[language][kind];
      if (found + expected === 0) continue;
      const [precision, recall] = [right / (found || 1), right / (expected || 1)];
      console.log(
        `  ${language.padEnd(4)}${kind.padEnd(11)}precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  (${right} of ${found} found, ${expected} expected)`,
      );
    }
  }
  if (show) for (const line of wrong) console.log(line);
}
