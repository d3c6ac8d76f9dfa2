import { describe, expect, test } from 'vitest';
import { isoDuration, minutesOf } from '#shared/recipes/importing/durations.ts';
import { importRecipe } from '#shared/recipes/importing/import-recipe.ts';
import { describedPage } from '#shared/recipes/importing/markup.ts';
import { plainText } from '#shared/recipes/importing/plain-text.ts';
import { readDescription } from '#shared/recipes/importing/read-recipe.ts';
import { localServer } from '#test/shared/outbound/local-network.ts';

const cake = {
  '@context': 'https://schema.org',
  '@type': 'Recipe',
  name: 'Szarlotka babci',
  recipeYield: '10 porcji',
  prepTime: 'PT30M',
  cookTime: 'PT1H',
  recipeIngredient: ['400 g mąki pszennej', '200 g masła', '2 jajka'],
  recipeInstructions: [{ '@type': 'HowToStep', text: 'Zagnieć ciasto.' }, 'Upiecz.'],
};

describe('JSON-LD of strangers', () => {
  test('a plain recipe', () => {
    expect(readDescription(cake)).toEqual({
      recipe: {
        title: 'Szarlotka babci',
        language: 'pl',
        servings: 10,
        makes: null,
        prepMinutes: 30,
        cookMinutes: 60,
        totalMinutes: null,
        meals: [],
        seasons: [],
        equipment: [],
        tags: [],
        ingredients: cake.recipeIngredient,
        steps: ['Zagnieć ciasto.', 'Upiecz.'],
      },
      author: null,
    });
  });

  test.each([
    ['in an array', [{ '@type': 'WebSite' }, cake]],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, cake] }],
    ['in a graph in an array in a graph', { '@graph': [[{ '@graph': [cake] }]] }],
    ['as the main entity of a page', { '@type': 'WebPage', mainEntity: cake }],
    ['of two types', { ...cake, '@type': ['Recipe', 'NewsArticle'] }],
    ['with the whole address of its type', { ...cake, '@type': 'http://schema.org/Recipe' }],
    ['in a list of items', { '@type': 'ItemList', itemListElement: [{ item: cake }] }],
  ])('%s', (_, value) => {
    expect(readDescription(value).recipe.title).toBe('Szarlotka babci');
  });

  test.each([
    [
      'sections without a name',
      [
        {
          '@type': 'HowToSection',
          itemListElement: [{ text: 'A' }, { text: 'B' }],
        },
        { text: 'C' },
      ],
    ],
    ['one text with lines', 'A\nB\r\nC'],
    ['one text with paragraphs', '<p>A</p><p>B</p><ol><li>C</li></ol>'],
    [
      'a list of items',
      { '@type': 'ItemList', itemListElement: [{ item: { text: 'A' } }, { name: 'B' }, 'C'] },
    ],
    ['an array in an array', [['A', ['B']], 'C']],
  ])('instructions as %s', (_, recipeInstructions) => {
    expect(readDescription({ ...cake, recipeInstructions }).recipe.steps).toEqual(['A', 'B', 'C']);
  });

  test.each<[unknown, number | null]>([
    [4, 4],
    ['4', 4],
    [['4', '4 servings'], 4],
    ['dla 6 osób', 6],
    [{ '@type': 'QuantitativeValue', value: 8 }, 8],
    ['a few', null],
    ['100000', null],
    [-2, 2],
    [{}, null],
    [null, null],
  ])('a yield of %j is for %j', (recipeYield, servings) => {
    expect(readDescription({ ...cake, recipeYield }).recipe.servings).toBe(servings);
  });

  test('lies about types are left out as long as a recipe remains', () => {
    const { recipe, author } = readDescription({
      ...cake,
      name: { '@value': 'Ciasto &amp; <b>krem</b>', '@language': 'pl' },
      recipeIngredient: ['1 jajko', 7, null, { name: '2 łyżki cukru' }, [], {}, ''],
      prepTime: 30,
      cookTime: 'about an hour',
      totalTime: { '@type': 'Duration' },
      keywords: [{}, 'ciasto, jabłka', 5],
      author: [{ '@type': 'Person', name: 'Ola' }],
      inLanguage: ['en'],
    });
    expect(recipe).toMatchObject({
      title: 'Ciasto & krem',
      ingredients: ['1 jajko', '7', '2 łyżki cukru'],
      prepMinutes: 30,
      cookMinutes: 60,
      totalMinutes: null,
      tags: ['ciasto', 'jabłka', '5'],
    });
    expect(author).toBe('Ola');
  });

  test.each<[string, unknown]>([
    ['no-recipe', { '@type': 'Article', name: 'x' }],
    ['no-recipe', []],
    ['no-recipe', 'Recipe'],
    ['no-recipe', null],
    ['recipe-incomplete', { ...cake, name: '' }],
    ['recipe-incomplete', { ...cake, recipeIngredient: {} }],
    ['recipe-incomplete', { ...cake, recipeInstructions: 7 }],
    ['recipe-too-big', { ...cake, recipeIngredient: Array(500).fill('1 jajko') }],
    ['recipe-too-big', { ...cake, recipeInstructions: Array(500).fill('Mieszaj.') }],
  ])('%s is said of %j', (code, value) => {
    expect(() => readDescription(value)).toThrow(
      expect.objectContaining({ kind: 'unprocessable', code }),
    );
  });

  test('nesting without end ends', () => {
    let value: unknown = cake;
    for (let depth = 0; depth < 5000; depth += 1) value = { '@graph': [value] };
    expect(() => readDescription(value)).toThrow(expect.objectContaining({ code: 'no-recipe' }));
  });
});

describe('durations', () => {
  test('are written so that they read the same', () => {
    for (const minutes of [0, 5, 60, 61, 600, 1441]) {
      expect(minutesOf(isoDuration(minutes))).toBe(minutes);
    }
  });
});

test('text loses its tags and entities, and nothing else', () => {
  expect(
    plainText(' 1 &frac12; szklanki &lt;mleka&gt; &#322;y&#x17C;ka <i>x</i>\u0000 2 < 3', 200),
  ).toBe('1 ½ szklanki <mleka> łyżka x 2 < 3');
  expect(plainText(['x'], 10)).toBe('');
});

describe('a page', () => {
  const page = (script: string) =>
    `<!doctype html><SCRIPT TYPE="application/ld+json">${script}</SCRIPT>`;

  test('gives all its scripts, whatever their letters', () => {
    expect(describedPage(`<script>1</script>${page('{}')}<p>${page('[]')}`).scripts).toEqual([
      '{}',
      '[]',
    ]);
    expect(describedPage('<script type="application/ld+json">{}').scripts).toEqual([]);
  });

  async function imported(body: string, headers: Record<string, string> = {}, status = 200) {
    const server = await localServer((_, response) => {
      response
        .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
        .end(body);
    });
    return await importRecipe(server.url, server.network);
  }

  test('with a recipe is one, broken scripts beside it or not', async () => {
    const read = await imported(`${page('{"@type": "Recipe"')}${page(JSON.stringify(cake))}`);
    expect(read.recipe.title).toBe('Szarlotka babci');
    expect(read.source).toMatchObject({ name: '127.0.0.1' });
  });

  test('that is JSON-LD itself', async () => {
    const read = await imported(JSON.stringify([cake]), { 'content-type': 'application/ld+json' });
    expect(read.recipe.ingredients).toHaveLength(3);
  });

  test.each([
    ['no-recipe', '<p>soup</p>', {}, 200],
    ['no-recipe', page('{nonsense'), {}, 200],
    ['page-failed', 'gone', {}, 404],
    ['outbound-type-refused', 'x', { 'content-type': 'application/pdf' }, 200],
    ['outbound-too-large', '<div>'.repeat(1_200_000), {}, 200],
  ])('is refused as %s', async (code, body, headers, status) => {
    await expect(imported(body, headers, status)).rejects.toMatchObject({
      kind: 'unprocessable',
      code,
    });
  });

  test.each([
    ['http://127.0.0.1/', 'unprocessable'],
    ['http://169.254.169.254/latest', 'unprocessable'],
    ['file:///etc/passwd', 'unprocessable'],
    ['http://[::1]/', 'unprocessable'],
    ['x', 'bad-input'],
  ])('at %s is not opened: %s', async (url, kind) => {
    await expect(importRecipe(url)).rejects.toMatchObject({ kind });
  });
});
