import { afterAll, expect, test } from 'vitest';
import { READING_LIMITS } from '#functions/agents/ocr/reading-tasks.ts';
import { programUrl } from '#shared/sandbox/program-url.ts';
import { Sandbox } from '#shared/sandbox/sandbox.ts';
import { problemOf } from '#shared/uploads/problems.ts';
import { HOSTILE_FILES } from './hostile-files.ts';
import { openHostileFile } from './open-hostile-file.ts';
import { doublingForms } from './pdf-bombs.ts';

const sandbox = new Sandbox(programUrl(import.meta.url, 'open-program'), READING_LIMITS);
const hasty = new Sandbox(programUrl(import.meta.url, 'hasty-open-program'), READING_LIMITS);
afterAll(() => {
  sandbox.close();
  hasty.close();
});

test('there are enough of them', () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(40);
});

test.each(HOSTILE_FILES)('$name: $ends', async ({ bytes, ends }) => {
  expect(await openHostileFile(sandbox, await bytes())).toBe(ends);
  expect(sandbox.peakBytes).toBeGreaterThan(0);
  expect(sandbox.peakBytes).toBeLessThan(READING_LIMITS.memoryBytes);
});

test('forms that double forty times end by their work, which no look at the file foretells', async () => {
  const ends = await openHostileFile(hasty, doublingForms(40));
  expect(ends).toBe('reading-over-limits (work)');
  expect(hasty.peakBytes).toBeLessThan(READING_LIMITS.memoryBytes);
});

test('every refusal is said in both languages', () => {
  const codes = new Set(HOSTILE_FILES.map(({ ends }) => ends).filter((ends) => ends !== 'opened'));
  const unknown = problemOf('no such code');
  for (const code of [...codes, 'reading-over-limits', 'too-much-print']) {
    expect(problemOf(code).pl, code).not.toBe(unknown.pl);
    expect(problemOf(code).en, code).not.toBe(unknown.en);
  }
});
