import { readFileSync } from 'node:fs';
import { inProcessReader } from '#functions/agents/ocr/in-process-reader.ts';
import { READING_LIMITS } from '#functions/agents/ocr/reading-tasks.ts';
import { readingSandbox, sandboxedReader } from '#functions/agents/ocr/sandboxed-reader.ts';
import { Sandbox } from '#shared/sandbox/sandbox.ts';
import { HOSTILE_FILES } from '#test/hostile/hostile-files.ts';
import { openHostileFile } from '#test/hostile/open-hostile-file.ts';
import { doublingForms } from '#test/hostile/pdf-bombs.ts';

// `npm run bench:hostile`: what becomes of each hostile file, the most memory its process held and how
// long it took with the start of that process; then what a process of its own costs a photograph.
const PROGRAM = new URL('../hostile/open-program.ts', import.meta.url);
const PHOTOGRAPHS = ['Receipt_6.jpeg', 'Receipt_3.jpeg', 'Receipt_6.jpeg'];

const mb = (bytes: number) => Math.round(bytes / 1024 ** 2);
async function seconds(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now();
  await work();
  return ((performance.now() - started) / 1000).toFixed(1);
}

let highest = 0;
const doubling = {
  name: 'forms that double forty times',
  bytes: () => doublingForms(40),
  ends: '',
};
for (const { name, bytes, ends } of [...HOSTILE_FILES, doubling]) {
  const file = await bytes();
  const sandbox = new Sandbox(PROGRAM, READING_LIMITS);
  let became = '';
  const took = await seconds(async () => {
    became = await openHostileFile(sandbox, file);
  });
  highest = Math.max(highest, sandbox.peakBytes);
  const mark = ends === '' || became === ends ? 'ok ' : 'BAD';
  console.log(
    `${mark} ${name} (${file.length} bytes): ${became}, ${mb(sandbox.peakBytes)} MB, ${took} s`,
  );
  if (mark === 'BAD') process.exitCode = 1;
  sandbox.close();
}
console.log(`highest ${mb(highest)} MB of ${mb(READING_LIMITS.memoryBytes)} MB\n`);

const sandbox = readingSandbox();
const sandboxed = sandboxedReader(sandbox, new AbortController().signal);
for (const [how, reader] of [
  ['in its own process', sandboxed],
  ['in this process', inProcessReader],
] as const) {
  for (const name of PHOTOGRAPHS) {
    const file = readFileSync(new URL(`../data/receipts/${name}`, import.meta.url));
    const took = await seconds(() => reader.read(file, {}));
    const resident = mb(process.memoryUsage.rss());
    console.log(
      `${name} ${how}: ${took} s; this process ${resident} MB, the other at most ${mb(sandbox.peakBytes)} MB`,
    );
  }
  sandbox.close();
}
process.exit(); // Tesseract's thread would stay
