import { expect, test } from 'vitest';
import type { Locale } from '#shared/context/locale.ts';
import { NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import { type RoutingContext, route } from '#shared/orchestration/routing/route.ts';
import { NOTHING_SAID, type TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { readMessage } from '#shared/statements/read-message.ts';

type Before = Partial<RoutingContext>;

const nothing: Before = {};
const chef: Before = {
  ...{ lastAgent: 'chef', lastTopic: 'chef' },
  chefState: { ...NEW_SESSION, offered: ['pl-kopytka', 'pl-bigos'] },
};
const plan: Before = {
  ...{ lastAgent: 'meal-planner', lastTopic: 'meal-planner' },
  plannerTalk: { asks: false, proposes: true, ofList: false },
};
const list: Before = { ...plan, plannerTalk: { asks: false, proposes: false, ofList: true } };
const receipts: Before = { lastAgent: 'ocr', lastTopic: 'ocr' };
const behind = (talk: Partial<TalkSoFar>): Before => ({
  ...{ lastAgent: 'conversation', lastTopic: 'pantry' },
  pantryTalk: { ...NOTHING_SAID, ...talk },
});
const adding = behind({
  last: { act: 'add', items: [{ product: 'jajka', amount: null }] },
  change: {
    act: 'add',
    items: [{ product: 'jajka', amount: { kind: 'measure', value: '6', unit: 'szt' } }],
  },
  products: ['jajka'],
});
const money = behind({ last: { act: 'spending', on: null, shop: 'Lidl', periods: [] } });

test.each<[agent: string, Before, Locale, message: string]>([
  // What is asked of the house is of the pantry, behind recipes too.
  ['pantry', chef, 'en', 'how much pasta have we got left?'],
  ['pantry', chef, 'pl', 'a kefir do kiedy dobry?'],
  ['pantry', chef, 'pl', 'ile mam jeszcze ziemniaków tak w ogóle?'],
  ['pantry', nothing, 'en', 'do we have any tofu'],
  ['pantry', nothing, 'en', 'do I still have butter?'],
  ['pantry', nothing, 'pl', 'masło mamy?'],
  ['pantry', nothing, 'pl', 'a cebula jest?'],
  ['chef', nothing, 'en', 'does pesto have any nuts in it?'],
  ['chef', nothing, 'en', 'can we have feta, dad is lactose intolerant'],
  // So is what was used up or came, with words that no parser of cooking knows.
  ['pantry', nothing, 'pl', 'zjodech 2 gruszki'],
  ['pantry', nothing, 'en', 'add 4 lemons no wait 5'],
  ['pantry', chef, 'pl', 'to dopisz słoik 400 g miodu, dla mnie'],
  // And that the stock is wrong, unless a receipt is talked of.
  ['pantry', nothing, 'pl', 'źle masz zapisane, cukru jest 1 kg a nie 2'],
  ['pantry', nothing, 'en', "that's wrong, there are only 2 leeks, not 5"],
  ['ocr', receipts, 'pl', 'źle masz zapisane, cukru jest 1 kg a nie 2'],
  ['pantry', adding, 'pl', 'nie 6 tylko 8 ich było'],
  // How long the first one takes is of the recipes.
  ['chef', chef, 'pl', 'a ten pierwszy ile trwa?'],
  ['chef', chef, 'pl', 'a to drugie ile zajmie'],
  ['chef', chef, 'pl', 'ile to musi stać na kuchni?'],
  ['chef', chef, 'en', 'how long for the second?'],
  ['chef', chef, 'en', 'and how many minutes is the first one?'],
  // Plans.
  ['meal-planner', plan, 'pl', 'to jak teraz wygląda ten plan?'],
  ['meal-planner', nothing, 'en', 'broke till monday. plan 3 days of food for 2 under 80 zl'],
  ['meal-planner', plan, 'en', 'no peppers please, the kids hate them'],
  ['meal-planner', plan, 'pl', 'tylko bez wątróbki proszę, dzieciaki jej nie tkną'],
  ['pantry', plan, 'pl', 'a tak przy okazji, ile wczoraj wydałam w Lidlu?'],
  ['pantry', plan, 'en', 'how much did we spend at Lidl yesterday?'],
  ['pantry', plan, 'pl', 'zjadłem 2 jogurty'],
  ['meal-planner', plan, 'pl', 'ugotowałam dzisiejszy obiad'],
  ['meal-planner', list, 'pl', 'kupiłam chleb'],
  ['meal-planner', list, 'en', 'is there anything on the list?'],
  ['meal-planner', list, 'pl', 'jest coś na liście?'],
  ['meal-planner', nothing, 'pl', 'na liste zakupow: maslo, chleb i papier do pieczenia'],
  // What a dish still needs is of recipes.
  ['chef', nothing, 'pl', 'czego mi brakuje na bigos'],
  ['chef', nothing, 'pl', 'czego nam brakuje do sernika?'],
  ['meal-planner', plan, 'pl', 'czego mi brakuje do tego planu'],
  // Money.
  ['pantry', money, 'pl', 'a w obu razem?'],
  ['pantry', money, 'en', 'so both together?'],
  ['pantry', money, 'pl', 'a w ogóle na wszystko?'],
  ['pantry', money, 'en', 'which shop was that?'],
  ['pantry', receipts, 'pl', 'a ile poszło w Auchan'],
  ['ocr', nothing, 'en', 'what did we buy at Lidl'],
  ['ocr', nothing, 'pl', 'co kupiłam w Rossmannie'],
  ['ocr', receipts, 'en', 'how much was that altogether'],
])('%s, behind %j (%s): “%s”', async (expected, before, locale, message) => {
  const context: RoutingContext = {
    ...{ asked: undefined, lastAgent: null, lastTopic: null, chefState: null, pantryTalk: null },
    ...{ locale, heard: readMessage(message, locale), ...before },
  };
  const { agent, topic } = await route(message, context);
  expect(topic === 'pantry' ? topic : agent).toBe(expected);
});
