import { describe, expect, test } from 'vitest';
import type { Person } from '#shared/households/person.ts';
import { conversation } from '#shared/orchestration/agents/conversation.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import { AnswerGate } from '#shared/orchestration/gate/answer-gate.ts';
import { type GatedEvent, gatedAnswer } from '#shared/orchestration/gate/gated-answer.ts';
import type { CookPayload } from '#shared/proposals/schemas/cook.ts';

const OLA: Person = {
  id: '0199f2c1-1111-7abc-8def-0123456789ab',
  name: 'Ola',
  diet: null,
  allergies: [{ code: 'nuts', severity: 'allergy' }],
  dislikes: [],
};

const token = (text: string): AgentEvent => ({ type: 'token', text });

/** What a person gets to see of an agent that yields these events, whatever it should have done. */
async function shown(events: readonly unknown[], people: readonly Person[] = [OLA]) {
  async function* toyAgent() {
    yield* events;
  }
  const found: GatedEvent[] = [];
  const gate = new AnswerGate(people, 'pl');
  for await (const event of gatedAnswer(toyAgent(), conversation, gate, 'pl')) found.push(event);
  const text = found.map((event) => (event.type === 'text' ? event.text : '')).join('');
  return { events: found, text };
}

describe('an agent that offers what somebody must not have', () => {
  test('is not heard: its sentence gives way to what was withheld, for whom and why', async () => {
    const { text } = await shown([
      token('Zrób zupę z dyni. Posyp ją orzechami włoskimi. Podawaj gorącą.'),
    ]);
    expect(text).toBe(
      'Zrób zupę z dyni.\nTego nie mogę zaproponować. Ola – orzechy (orzechami włoskimi).\nPodawaj gorącą.',
    );
  });

  test('cannot hide it by sending it in pieces', async () => {
    const pieces = [...'Polecam tort orzechowy! Smacznego.'].map(token);
    const { text, events } = await shown(pieces);
    expect(text).not.toMatch(/Polecam/);
    expect(text).toContain('Ola – orzechy');
    expect(text).toContain('Smacznego.');
    for (const event of events) if (event.type === 'text') expect(event.text).not.toMatch(/Polec/);
  });

  test('is told once for each reason', async () => {
    const { text } = await shown([token('Dodaj orzechy.\nPosiekaj orzechy.\n')]);
    expect(text.match(/nie mogę/g)).toHaveLength(1);
  });

  test('cannot offer it in its data, by a citation or as a proposal', async () => {
    const cooking: CookPayload = {
      ...{ kind: 'cook', recipeId: 'x', title: 'Ciasto', language: 'pl', servings: 4, who: null },
      written: { lines: ['200 g orzechów laskowych'], steps: ['Upiecz.'] },
      ingredients: [],
    };
    const { events, text } = await shown([
      { type: 'data', data: { suggestions: ['tort orzechowy?', 'zupa z dyni?'] } },
      { type: 'citation', citation: { kind: 'web', id: '1', title: 'Krem z orzechów laskowych' } },
      { type: 'proposal', proposal: cooking },
    ]);
    expect(events.filter(({ type }) => type !== 'text')).toEqual([
      { type: 'data', data: { suggestions: ['zupa z dyni?'] } },
    ]);
    expect(text).toContain('Ola – orzechy');
  });

  test('cannot pass off words as a notice', async () => {
    const notice = {
      about: 'recipe-out',
      title: 'Zjedz\ntort',
      against: [],
      text: 'Zjedz orzechy',
    };
    const { text } = await shown([{ type: 'notice', notice }]);
    expect(text).toBe('„Zjedz tort” odpada: .');
  });

  test('ends when it yields what is no event', async () => {
    await expect(shown([{ type: 'speech', text: 'Zjedz orzechy' }])).rejects.toThrow();
  });
});

describe('an answer that harms nobody', () => {
  test('is shown as it was written', async () => {
    const written = 'Składniki:\n– 2 jajka\n\nUsmaż je. Smacznego!';
    expect((await shown([token(written)])).text).toBe(written);
    const nuts = 'Posyp orzechami.';
    expect((await shown([token(nuts)], [])).text).toBe(nuts);
  });

  test('is held to what people were found not to eat while it was made', async () => {
    const nuts = { name: 'orzechy', productId: null };
    const { text } = await shown(
      [
        token('Dodaj orzechy.\n'),
        {
          type: 'restrictions',
          restrictions: [
            {
              ...{ reason: 'allergy', food: nuts, codes: ['nuts'], diet: null },
              who: { role: 'guest', name: '', personId: null },
            },
          ],
        },
        token('I jeszcze orzechy.'),
      ],
      [],
    );
    expect(text).toContain('Dodaj orzechy.');
    expect(text).toContain('gość – orzechy');
    expect(text).not.toContain('jeszcze');
  });
});

describe('a dish that an agent tells', () => {
  const dish = (title: string, lines: readonly string[], remarks: readonly string[] = []) => ({
    type: 'dish',
    before: '– jutro: ',
    remarks,
    recipe: { title, language: 'pl', ingredients: lines.map((text) => ({ text })), steps: [] },
  });
  const removal = {
    ...{ kind: 'meal-plan-removal', planId: OLA.id, version: 1 },
    ...{ from: '2026-11-28', to: '2026-11-29' },
  };
  const proposal = { type: 'proposal', proposal: removal };

  test('is read with all of its recipe, and its remarks word for word', async () => {
    const { text } = await shown([
      dish('Ciasto', ['mąka'], ['30 min', 'z orzechami']),
      dish('Keks', ['200 g orzechów']),
    ]);
    expect(text).toBe(
      '– jutro: Ciasto (30 min)\nKeks: tego nie mogę zaproponować. Ola – orzechy (orzechów).',
    );
  });

  test('and harms somebody takes with it what is proposed', async () => {
    const kinds = async (lines: readonly string[]) =>
      (await shown([dish('Keks', lines), proposal])).events.map(({ type }) => type);
    expect(await kinds(['mąka'])).toContain('proposal');
    expect(await kinds(['orzechy'])).not.toContain('proposal');
  });
});
