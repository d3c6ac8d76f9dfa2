import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/language/lemma.ts';
import { messageOf } from '#shared/pantry-requests/message.ts';
import { requestsOf } from '#shared/pantry-requests/read-requests.ts';
import { inShort } from './in-short.ts';

const SATURDAY = '2026-11-28';

/** `talk.tsv` was looked at while the reader was written, `talk-later.tsv` only when it was done. */
describe.each(['talk.tsv', 'talk-later.tsv'])('sentences of %s', (file) => {
  const rows = readFileSync(`test/shared/pantry-requests/data/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));

  test.each(rows)('%s: “%s” asks to %s', (language, message = '', expected) => {
    const read = requestsOf(messageOf(message, language as Language, SATURDAY))
      .map(inShort)
      .join(' ; ');
    expect(read || 'undefined').toBe(expected);
  });
});
