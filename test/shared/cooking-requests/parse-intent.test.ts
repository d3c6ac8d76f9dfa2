import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { Intent } from '#shared/cooking-requests/criteria.ts';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import rows from './data/requests.json' with { type: 'json' };

const Row = z.object({
  language: z.enum(['pl', 'en']),
  text: z.string(),
  follows: z._default(z.boolean(), false),
  heldOut: z._default(z.boolean(), false),
  expect: z.record(z.string(), z.unknown()),
});
const requests = z.parse(z.array(Row), rows);

const ids = (things: readonly NamedFood[]) =>
  things.map(({ productId, name }) => productId ?? name).sort();

/** What was understood, as the labels write it. */
function flat(intent: Intent): Record<string, unknown> {
  if (intent.act === 'substitute') {
    return { act: 'substitute', thing: ids([intent.thing])[0], which: intent.which };
  }
  if (intent.act !== 'suggest' && intent.act !== 'refine') return { ...intent };
  const { criteria } = intent;
  return { act: intent.act, ...criteria, have: ids(criteria.have), without: ids(criteria.without) };
}

/** The fields in which a request was understood otherwise than labelled; what is not labelled must be empty. */
function wrong({ language, text, follows, expect: labels }: (typeof requests)[number]): string[] {
  const found = flat(parseIntent(text, language, follows));
  const empty = {
    have: [],
    without: [],
    withoutEquipment: [],
    minutes: null,
    people: null,
    diet: null,
    meal: null,
    useExpiring: false,
  };
  const hasCriteria = labels.act === 'suggest' || labels.act === 'refine';
  const wanted: Record<string, unknown> = { ...(hasCriteria && empty), ...labels };
  return Object.entries(wanted).flatMap(([name, value]) => {
    const is = found[name];
    const sorted = Array.isArray(value) ? [...value].sort() : value;
    if (name === 'dish') return String(is ?? '').startsWith(String(value)) ? [] : [`dish: ${is}`];
    return JSON.stringify(is) === JSON.stringify(sorted) ? [] : [`${name}: ${JSON.stringify(is)}`];
  });
}

function misread(heldOut: boolean) {
  return requests
    .filter((request) => request.heldOut === heldOut)
    .map((request) => ({ text: request.text, wrong: wrong(request) }))
    .filter((request) => request.wrong.length > 0);
}

describe('what people ask the chef', () => {
  test('there are enough of them, in both languages', () => {
    expect(requests.length).toBeGreaterThanOrEqual(60);
    expect(requests.filter(({ heldOut }) => heldOut).length).toBeGreaterThanOrEqual(20);
    expect(requests.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(20);
  });

  test('the requests the rules were made with are understood as labelled', () => {
    expect(misread(false)).toEqual([]);
  });

  test('of those held out, only the named ones are understood otherwise', () => {
    expect(misread(true)).toEqual([]);
  });
});
