import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newDataFolder, removeDataFolder, startSystem, tokenOf } from '#test/flows/system.ts';
import { HttpApi } from './conversations/api.ts';
import { play } from './conversations/play.ts';
import { readScripts } from './conversations/script.ts';

// `npm run eval:conversations -- [FILE …] [--kind=pantry] [--only=pl-01,en-03] [--all]`: plays written
// conversations against a local system of its own and prints what is not as they expect.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string' },
    only: { type: 'string' },
    /** Answers of turns that are as expected too. */
    all: { type: 'boolean', default: false },
  },
});
const files =
  positionals.length > 0 ? positionals : ['test/eval/conversations/household-talk.jsonl'];
const scripts = files
  .flatMap((file) => readScripts(readFileSync(file, 'utf8')))
  .filter(({ kind }) => values.kind === undefined || kind === values.kind)
  .filter(({ id }) => values.only === undefined || values.only.split(',').includes(id));

const today = new Date().toISOString().slice(0, 10);
const data = newDataFolder();
const counts = new Map<string, { turns: number; right: number; scripts: number; whole: number }>();
try {
  const system = await startSystem(data);
  try {
    for (const script of scripts) {
      const token = await tokenOf(system.local.issuerUrl, data, `talks-${script.id}`);
      const turns = await play(script, new HttpApi(system.local.apiUrl, token), today);
      const wrong = turns.filter(({ failures }) => failures.length > 0);
      const count = counts.get(script.kind) ?? { turns: 0, right: 0, scripts: 0, whole: 0 };
      counts.set(script.kind, {
        turns: count.turns + turns.length,
        right: count.right + turns.length - wrong.length,
        scripts: count.scripts + 1,
        whole: count.whole + Number(wrong.length === 0),
      });
      console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${script.id} ${script.title}`);
      for (const { turn, answer, failures } of values.all ? turns : wrong) {
        console.log(`  > ${turn}\n${answer.replaceAll(/^/gm, '    ')}`);
        for (const failure of failures) console.log(`    ✗ ${failure}`);
      }
    }
  } finally {
    await system.stop();
  }
} finally {
  removeDataFolder(data);
}
console.table(Object.fromEntries(counts));
const failed = [...counts.values()].some(({ turns, right }) => right < turns);
process.exitCode = failed ? 1 : 0;
