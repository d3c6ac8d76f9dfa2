import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Model } from '#shared/llm/model.ts';
import { patientModel } from '#shared/llm/patient-model.ts';

const prompt = { system: '', question: '', schema: z.object({}), maxTokens: 1 };

test('a model that lets its time run out rests, and is asked again afterwards', async () => {
  let [asked, now] = [0, 0];
  const hung: Model = {
    complete: (_, signal) => {
      asked += 1;
      return new Promise((resolve) => {
        signal?.addEventListener('abort', () =>
          resolve({ ok: false, why: 'unreachable', detail: 'TimeoutError', usage: null }),
        );
      });
    },
  };
  const model = patientModel(hung, { answerMs: 5, restMs: 30_000 }, () => now);
  expect(await model.complete(prompt)).toMatchObject({ detail: 'TimeoutError' });
  now = 29_999;
  expect(await model.complete(prompt)).toMatchObject({ why: 'unreachable', detail: 'rests' });
  expect(asked).toBe(1);
  now = 30_000;
  expect(await model.complete(prompt)).toMatchObject({ detail: 'TimeoutError' });
  expect(asked).toBe(2);
});

test('a model that answers, or refuses, does not rest', async () => {
  let asked = 0;
  const refusing: Model = {
    complete: async () => {
      asked += 1;
      return { ok: false, why: 'refused', detail: 'status 500', usage: null };
    },
  };
  const model = patientModel(refusing, { answerMs: 60_000, restMs: 30_000 }, () => 0);
  await model.complete(prompt);
  await model.complete(prompt);
  expect(asked).toBe(2);
});
