import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { handler as recipes } from '#functions/api/recipes/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type SearchServers, startSearchServers } from '#test/support/search-servers.ts';
import { sayAs, writtenTalks } from '#test/support/written-talks.ts';
import { person } from '../../api/recipes/diners.ts';

const database = testDatabase();
agentsBehindChat();
let servers: SearchServers;

const page = (language: string, title: string, text: string) => {
  const url = `https://${language}.wikipedia.org/wiki/${encodeURIComponent(title)}`;
  return { title, url, text };
};

beforeAll(async () => {
  servers = await startSearchServers();
  const pl = (words: string, ...pages: [string, string][]) =>
    servers.tell(
      'wikipedia-pl',
      words,
      pages.map(([title, text]) => page('pl', title, text)),
    );
  const en = (words: string, ...pages: [string, string][]) =>
    servers.tell(
      'wikipedia-en',
      words,
      pages.map(([title, text]) => page('en', title, text)),
    );
  pl('lubczyk', ['Lubczyk ogrodowy', 'Lubczyk – gatunek rośliny z rodziny selerowatych.']);
  pl('kofeiny yerba mate', [
    'Yerba mate',
    'Napar z liści ostrokrzewu paragwajskiego zawiera kofeinę.',
  ]);
  pl('zielona herbata', [
    'Herbata zielona',
    'Herbata niefermentowana o niższej zawartości kofeiny.',
  ]);
  pl('jicama', [
    'Kłębian kątowaty',
    'Gatunek rośliny bobowatej o jadalnych bulwach, znany jako jicama.',
  ]);
  pl('wymyslil qwxyz');
  pl('szarlotke babci heli');
  pl('żurek', ['Żurek', 'Zupa na zakwasie.']);
  pl('leczo', ['Leczo', 'Potrawa kuchni węgierskiej.']);
  pl('hummus', ['Hummus', 'Pasta z ciecierzycy.']);
  pl('sernik', ['Sernik', 'Ciasto z sera.']);
  pl('curry', ['Curry', 'Potrawa kuchni indyjskiej.']);
  pl('tiramisu', ['Tiramisu', 'Włoski deser warstwowy.']);
  pl('sandwich', ['Kanapka', 'Kromka pieczywa z dodatkami.']);
  pl('invented sandwich', ['Kanapka', 'Kromka pieczywa z dodatkami.']);
  pl('vegan curry');
  en('żurek', ['Sour rye soup', 'A soup of sour rye flour, known in Poland as żurek.']);
  en('shakshuka', ['Shakshouka', 'Eggs poached in a sauce of tomatoes.']);
  en('harissa', ['Harissa', 'A Tunisian hot chilli pepper paste.']);
  en('cooked rice keeps', ['Cooked rice', 'Cooked rice keeps for a day or two in the fridge.']);
  en('cooked pasta');
  en('lasanga', ['Lasagna', 'A type of pasta in wide, flat sheets.']);
  en('invented sandwich', ['Sandwich', 'Named after the fourth Earl of Sandwich.']);
  en('tiramisu', ['Tiramisu', 'A dessert of coffee and mascarpone.']);
  vi.stubEnv(ENV.wikipediaUrl, `${servers.url}/{language}`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  servers.close();
});
beforeEach(() => {
  servers.broken = undefined;
  vi.stubEnv(ENV.webSearch, '');
});

async function ownRecipe(household: HouseholdContext) {
  const made = await call(recipes, {
    method: 'POST',
    resource: '/api/v2/recipes',
    household,
    body: {
      title: 'Szarlotka babci Heli',
      language: 'pl',
      ingredients: ['1 kg jabłek', '300 g mąki', '200 g masła'],
      steps: ['Zagnieść ciasto.', 'Upiec.'],
    },
  });
  expect(made.status, made.text).toBe(201);
}

test.each(writtenTalks('search-talks.jsonl').map((talk) => [talk.id, talk] as const))(
  '%s goes as it was written',
  async (_, { web, people = [], turns }) => {
    const household = await database.newHousehold();
    await ownRecipe(household);
    for (const { name, allergies } of people) {
      const known = allergies.map((code) => ({ code, severity: 'allergy' as const }));
      await person(database, household, name, known);
    }
    if (web === 'off') vi.stubEnv(ENV.webSearch, 'off');
    if (web === 'broken') servers.broken = 500;
    let sessionId: string | undefined;
    for (const turn of turns) {
      const { reply } = await sayAs(household, turn, sessionId);
      sessionId = reply.sessionId;
    }
  },
);
