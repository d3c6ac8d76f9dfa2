import { parseArgs } from 'node:util';
import { MESSAGE_LANGUAGES } from '#shared/router/labels.ts';
import { routeMessage } from '#shared/router/route-message.ts';
import { crossValidated } from './cross-validate.ts';
import { type Sorted, show } from './show.ts';
import { utterancesOf } from './utterances.ts';

// `npm run eval:router -- [FILE.tsv …] [--errors] [--features=WORDS] [--folds=N]`: how well messages are
// sorted (docs/chat.md). Without a file by cross-validation over the shipped utterances, with files by
// the shipped weights over their lines (`label<TAB>text`).
const { values, positionals } = parseArgs({
  options: {
    errors: { type: 'boolean', default: false },
    features: { type: 'string' },
    folds: { type: 'string', default: '5' },
  },
  allowPositionals: true,
});

for (const path of positionals) await judge(path);
if (positionals.length === 0) {
  const wanted = (name: string) => (values.features ?? name) === name;
  for await (const { name, sorted } of crossValidated(Number(values.folds), wanted)) {
    for (const language of MESSAGE_LANGUAGES) {
      const own = sorted.filter(({ utterance }) => utterance.language === language);
      show(`${name}, ${language}`, own, values.errors);
    }
  }
}

async function judge(path: string): Promise<void> {
  const sorted: Sorted[] = [];
  const taken: number[] = [];
  // The language of the file is not told: the router finds it out, as it has to.
  for (const utterance of utterancesOf(path, 'en')) {
    const start = performance.now();
    const { label, confidence } = await routeMessage(utterance.text);
    taken.push(performance.now() - start);
    sorted.push({ utterance, expected: utterance.label, answered: label, confidence });
  }
  taken.sort((one, other) => one - other);
  show(path, sorted, values.errors);
  console.log(`p50 ${taken[Math.floor(taken.length / 2)]?.toFixed(1)} ms a message`);
}
