import { expect, test } from 'vitest';
import type { Locale } from '#shared/context/locale.ts';
import { NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import { type RoutingContext, route } from '#shared/orchestration/routing/route.ts';
import { readMessage } from '#shared/statements/read-message.ts';

const NOTHING_BEFORE = { asked: undefined, lastAgent: null, lastTopic: null, pantryTalk: null };
const offered = { ...NEW_SESSION, offered: ['pl-kopytka'] };

function routed(message: string, locale: Locale, more: Partial<RoutingContext> = {}) {
  const heard = readMessage(message, locale);
  return route(message, { ...NOTHING_BEFORE, chefState: null, locale, heard, ...more });
}

test.each<[string, Locale]>([
  ['a ile to ma kcal?', 'pl'],
  ['na ile porcji to starczy', 'pl'],
  ['moge to zamrozic na pozniej?', 'pl'],
  ['ilu osobom to wystarczy, dla ilu osób to jest', 'pl'],
  ['how many does it feed', 'en'],
  ['is there a lot of protein in that?', 'en'],
  ['and could i freeze it', 'en'],
])('is of the recipes: “%s”', async (message, locale) => {
  for (const lastAgent of ['chef', 'search'] as const)
    expect(await routed(message, locale, { chefState: offered, lastAgent })).toMatchObject({
      agent: 'chef',
    });
});

test.each<[string, Locale]>([
  ['ile gotować bulgur', 'pl'],
  ['na twardo jajka ile minut', 'pl'],
  ['jak długo się piecze udka', 'pl'],
  ['how long do i boil potatoes', 'en'],
  ['what oven temp for salmon', 'en'],
])('how long a plain food takes is the chef’s: “%s”', async (message, locale) => {
  expect(await routed(message, locale)).toMatchObject({ agent: 'chef', name: 'cooking-time' });
});
