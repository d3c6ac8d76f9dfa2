import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { forgetSentenceModel } from '#shared/embedding/sentence-vectors.ts';
import { MESSAGE_LANGUAGES } from '#shared/router/labels.ts';
import { messageLanguage } from '#shared/router/message-language.ts';
import { MessageVectors } from '#shared/router/message-vectors.ts';
import { routeMessage } from '#shared/router/route-message.ts';

afterAll(forgetSentenceModel);

/** Written for this test; none of them is among the utterances of the training. */
const SENTENCES = readFileSync('test/data/router/sentences.tsv', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))
  .map(([language = '', label = '', text = '']) => ({ language, label, text }));

const noVectors = () =>
  new MessageVectors(async () => {
    throw new Error('no binary for this platform');
  });

describe.each(MESSAGE_LANGUAGES)('sentences in %s', (language) => {
  const own = SENTENCES.filter((one) => one.language === language);

  test('none was trained with', () => {
    const utterances = readFileSync(`shared/router/data/utterances-${language}.tsv`, 'utf8');
    const trained = new Set(utterances.toLowerCase().split(/[\t\n]/));
    expect(own.filter(({ text }) => trained.has(text.toLowerCase()))).toEqual([]);
    expect(own).toHaveLength(30);
  });

  test.each([
    ['with vectors', new MessageVectors(), 0.9],
    ['by their words alone', noVectors(), 0.8],
  ] as const)('go to who has to answer, %s', async (_how, vectors, share) => {
    const wrong: string[] = [];
    for (const { text, label } of own) {
      const route = await routeMessage(text, { vectors });
      if (route.label !== label) wrong.push(`${label} → ${route.label}: ${text}`);
    }
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(own.length * (1 - share));
  });

  test('are known by their language', () => {
    expect(own.filter(({ text }) => messageLanguage(text) !== language)).toEqual([]);
  });
});

test('all labels are ranked, and the first is the answer', async () => {
  const { label, confidence, ranked, source } = await routeMessage('będzie jutro padać?');
  expect(ranked[0]).toEqual({ label, p: confidence });
  expect(ranked).toHaveLength(9);
  expect(ranked.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 6);
  expect(ranked.every(({ p }, at) => p <= (ranked[at - 1]?.p ?? 1))).toBe(true);
  expect(source).toBe('model');
});

test.each(['', '   ', '🙂', '...', '?!'])('“%s” is talk, and no model is asked', async (text) => {
  const route = await routeMessage(text, { vectors: noVectors() });
  expect(route).toMatchObject({ label: 'conversation', confidence: 1, source: 'rules' });
});

test('a message of 100 kB is read at its beginning', async () => {
  const long = `zaplanuj obiady na cały tydzień ${'bez ryb '.repeat(12_500)}`;
  expect((await routeMessage(long)).label).toBe('meal-planner');
});

test('where vectors cannot be made it is tried three times, and shown', async () => {
  let tried = 0;
  const vectors = new MessageVectors(async () => {
    tried += 1;
    throw new Error('no binary for this platform');
  });
  expect(vectors.work).toBeUndefined();
  for (let message = 0; message < 5; message += 1) {
    expect((await routeMessage('jaka jutro pogoda?', { vectors })).label).toBe('weather');
  }
  expect(vectors.work).toBe(false);
  expect(tried).toBe(3);
});
