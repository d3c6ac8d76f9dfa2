import { expect, test } from 'vitest';
import { answerText } from '#cdk/cli/answer-text.ts';

const ID = '01890000-0000-7000-8000-000000000001';
const citation = {
  kind: 'document' as const,
  id: ID,
  title: 'Ulotka',
  quote: 'Ryż: 2 dni.',
  page: 4,
};
const chunk = {
  chunkId: ID,
  documentId: ID,
  title: 'Ulotka',
  page: null,
  text: 'Kasza: 3 dni.\n\n| Ryż | najwyżej  2 dni |',
  score: 1,
  how: [],
};
const answer = {
  answered: true,
  answer: 'Ryż: 2 dni. (Ulotka, s. 4)',
  conflicting: false,
  citations: [citation],
  chunks: [chunk],
  degraded: false,
};

test('an answer is its quotes, each with document and page, and no other passages', () => {
  expect(answerText(answer, { question: 'ryż', language: 'pl' })).toBe(
    '“Ryż: 2 dni.”\n  – Ulotka, s. 4',
  );
});

test('what contradicts is said to', () => {
  const other = { ...citation, title: 'Leaflet', quote: 'Rice: 1 day.', page: undefined };
  const conflict = { ...answer, conflicting: true, citations: [citation, other] };
  expect(answerText(conflict, { question: 'ryż', language: 'en' })).toBe(
    'Your documents say different things about it:\n' +
      '“Ryż: 2 dni.”\n  – Ulotka, p. 4\n“Rice: 1 day.”\n  – Leaflet',
  );
});

test('without an answer the nearest sentence of each passage is shown, on one line and cut between words', () => {
  const long = { ...chunk, text: `Wstęp.\n\nRyż ${'mleko '.repeat(100)}` };
  const refused = { ...answer, answered: false, answer: 'Nie ma.', citations: [] };
  const [said, near, cut] = answerText(
    { ...refused, chunks: [chunk, long] },
    { question: 'ryż', language: 'pl' },
  ).split('\n');
  expect(said).toBe('Nie ma.');
  expect(near).toBe('  – Ulotka: | Ryż | najwyżej 2 dni |');
  expect(cut?.endsWith('mleko …')).toBe(true);
  expect(cut).toContain('Ulotka: Ryż mleko');
  expect(cut?.length).toBeLessThan(270);
});

test('without documents it says how to send one, and says when only words were compared', () => {
  const empty = { ...answer, answered: false, answer: 'Nothing.', citations: [], chunks: [] };
  expect(answerText(empty, { question: 'ryż', language: 'en' })).toContain(
    'npm run scan -- FILE --document',
  );
  expect(answerText({ ...answer, degraded: true }, { question: 'ryż', language: 'en' })).toContain(
    'Only words were compared',
  );
});
