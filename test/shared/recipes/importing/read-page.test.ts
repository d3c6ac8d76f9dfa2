import { describe, expect, test } from 'vitest';
import { readPage } from '#shared/recipes/importing/read-page.ts';

/** Pages are made up; each is a kind of page that a real site has. */
const ld = (value: unknown, attributes = 'type="application/ld+json"') =>
  `<!doctype html><title>x</title><script ${attributes}>${typeof value === 'string' ? value : JSON.stringify(value).replaceAll('</', '<\\/')}</script>`;

const cake = {
  '@context': 'https://schema.org',
  '@type': 'Recipe',
  name: 'Szarlotka babci',
  recipeYield: '10 porcji',
  recipeIngredient: ['400 g mąki pszennej', '200 g masła', '2 jajka'],
  recipeInstructions: ['Zagnieć ciasto.', 'Upiecz.'],
};
const page = (changes: object) => readPage(ld({ ...cake, ...changes }));

describe('JSON that browsers forgive', () => {
  const raw = JSON.stringify(cake);
  test.each([
    ['a raw line break in a text', raw.replace('Zagnieć ciasto.', 'Zagnieć\n ciasto.')],
    ['a raw tab in a text', raw.replace('Zagnieć ciasto.', 'Zagnieć\tciasto.')],
    ['a trailing comma', raw.replace('"2 jajka"]', '"2 jajka",]').replace(/\}$/, ',}')],
    ['comments', `/* recipe card */ ${raw.replace('{', '{ // a cake\n')}`],
    ['a CDATA section', `//<![CDATA[\n${raw}\n//]]>`],
    ['a bare CDATA section', `<![CDATA[${raw}]]>`],
    ['a comment of HTML around it', `<!--\n${raw}\n-->`],
    ['a semicolon behind it', `${raw};`],
    ['two values in one script', `{"@type":"WebSite"}\n${raw}`],
    ['entities for its quotes', raw.replaceAll('"', '&quot;')],
    ['a byte order mark', `\uFEFF${raw}`],
  ])('%s', (_, script) => {
    const { recipe } = readPage(ld(script));
    expect(recipe).toMatchObject({ title: 'Szarlotka babci', ingredients: cake.recipeIngredient });
    expect(recipe.steps).toEqual(['Zagnieć ciasto.', 'Upiecz.']);
  });

  test.each([
    'type="application/ld&#x2B;json"',
    "TYPE='application/ld+json; charset=utf-8'",
    'data-x="1" type=application/ld+json class="yoast"',
  ])('a script with %s is found', (attributes) => {
    expect(readPage(ld(cake, attributes)).recipe.title).toBe('Szarlotka babci');
  });

  test('words that only look like a recipe are none', () => {
    expect(() => readPage(ld('{nonsense'))).toThrow(expect.objectContaining({ code: 'no-recipe' }));
  });
});

describe('where the recipe lies', () => {
  test.each<[string, unknown]>([
    ['without a context', { ...cake, '@context': undefined }],
    ['in a graph that is an object', { '@graph': { '0': { '@type': 'WebPage' }, '7': cake } }],
    ['beside stubs that stand first', [{ '@type': 'Recipe', name: 'Zobacz też' }, cake]],
    ['beside stubs that stand last', [cake, { '@type': 'Recipe', name: 'Zobacz też' }]],
    ['as the subject of an article', { '@type': 'Article', about: cake }],
    ['in the main entity of a page', { '@type': 'WebPage', mainEntity: { '@graph': [cake] } }],
    ['with a prefix to its type', { ...cake, '@type': 'schema:Recipe' }],
  ])('%s', (_, value) => {
    expect(readPage(ld(value)).recipe).toMatchObject({
      title: 'Szarlotka babci',
      ingredients: cake.recipeIngredient,
    });
  });

  test('of several whole ones the first is taken', () => {
    const other = { ...cake, name: 'Inny sernik' };
    expect(readPage(ld([cake, other])).recipe.title).toBe('Szarlotka babci');
  });

  test('steps that stand elsewhere are found by their id', () => {
    const step = { '@id': '#s1', '@type': 'HowToStep', text: 'Upiecz w 180 stopniach.' };
    const { recipe } = readPage(
      ld({ '@graph': [{ ...cake, recipeInstructions: [{ '@id': '#s1' }] }, step] }),
    );
    expect(recipe.steps).toEqual(['Upiecz w 180 stopniach.']);
  });
});

describe('ingredients', () => {
  test.each<[string, unknown, string[]]>([
    ['in a list within a list', [['2 jajka', '1 cebula']], ['2 jajka', '1 cebula']],
    ['as one text with lines', '2 jajka\n1 cebula\n', ['2 jajka', '1 cebula']],
    ['as one text with breaks', '2 jajka<br>1 cebula<br/>sól', ['2 jajka', '1 cebula', 'sól']],
    ['as a list of HTML', '<ul><li>2 jajka</li><li>1 cebula</li></ul>', ['2 jajka', '1 cebula']],
    ['as nodes', [{ name: '2 jajka' }, { '@value': '1 cebula' }], ['2 jajka', '1 cebula']],
    [
      'encoded twice',
      ['1&amp;frac12; szklanki mąki', '&frac13; szklanki'],
      ['1½ szklanki mąki', '⅓ szklanki'],
    ],
    [
      'with French letters',
      ['Cr&egrave;me fra&icirc;che, 2&nbsp;łyżki'],
      ['Crème fraîche, 2 łyżki'],
    ],
    [
      'with a quotation mark',
      ['2 łyżki soku &rsquo;cytrynowego&rsquo;'],
      ['2 łyżki soku ’cytrynowego’'],
    ],
    [
      'that stand twice are one only where the page repeats its whole list',
      ['2 jajka', 'sól', '2 jajka'],
      ['2 jajka', 'sól', '2 jajka'],
    ],
  ])('%s', (_, recipeIngredient, right) => {
    expect(page({ recipeIngredient }).recipe.ingredients).toEqual(right);
  });

  test('the older name of the property serves', () => {
    const { recipe } = page({ recipeIngredient: undefined, ingredients: ['2 jajka'] });
    expect(recipe.ingredients).toEqual(['2 jajka']);
  });

  test.each(['Na ciasto:', 'CIASTO', 'For the sauce:', '<b>Krem</b>:', 'Składniki na sos:'])(
    '%s is a heading, and stays where it stands',
    (heading) => {
      const { recipe } = page({ recipeIngredient: [heading, '400 g mąki', '2 jajka'] });
      expect(recipe.ingredients).toHaveLength(3);
      expect(recipe.ingredients[0]).toMatch(/:$/);
    },
  );
});

describe('steps', () => {
  test('keep their sections and their own names', () => {
    const recipeInstructions = [
      {
        '@type': 'HowToSection',
        name: 'Ciasto',
        itemListElement: [
          { '@type': 'HowToStep', name: 'Zagniatanie', text: 'Zagnieć mąkę z masłem.' },
          { '@type': 'HowToStep', name: 'Schłodź ciasto', text: 'Schłodź ciasto przez godzinę.' },
        ],
      },
      { '@type': 'HowToSection', name: 'Masa:', itemListElement: { text: 'Zetrzyj jabłka.' } },
    ];
    expect(page({ recipeInstructions }).recipe.steps).toEqual([
      'Ciasto:',
      'Zagniatanie: Zagnieć mąkę z masłem.',
      'Schłodź ciasto przez godzinę.',
      'Masa:',
      'Zetrzyj jabłka.',
    ]);
  });

  test('a name that only counts the steps says nothing', () => {
    const recipeInstructions = [
      { '@type': 'HowToStep', name: 'Step 1', text: 'Upiecz.' },
      { '@type': 'HowToStep', name: 'Krok 2', text: 'Podaj.' },
    ];
    expect(page({ recipeInstructions }).recipe.steps).toEqual(['Upiecz.', 'Podaj.']);
  });

  test.each<[string, unknown, string[]]>([
    ['one text with line breaks', 'Zagnieć.\nUpiecz.\n\nPodaj.', ['Zagnieć.', 'Upiecz.', 'Podaj.']],
    ['numbers that the page wrote itself', '1. Zagnieć.\n2) Upiecz.', ['Zagnieć.', 'Upiecz.']],
    [
      'encoded paragraphs',
      '&lt;p&gt;Zagnieć.&lt;/p&gt;&lt;p&gt;Upiecz.&lt;/p&gt;',
      ['Zagnieć.', 'Upiecz.'],
    ],
    [
      'steps in steps',
      {
        itemListElement: [
          {
            '@type': 'HowToStep',
            itemListElement: [
              { '@type': 'HowToDirection', text: 'Zagnieć.' },
              { '@type': 'HowToTip', text: 'Nie za długo.' },
            ],
          },
        ],
      },
      ['Zagnieć.', 'Nie za długo.'],
    ],
    ['a list in a list', [['Zagnieć.', 'Upiecz.']], ['Zagnieć.', 'Upiecz.']],
    [
      'an object by numbers',
      { '0': { text: 'Zagnieć.' }, '1': { text: 'Upiecz.' } },
      ['Zagnieć.', 'Upiecz.'],
    ],
  ])('%s', (_, recipeInstructions, right) => {
    expect(page({ recipeInstructions }).recipe.steps).toEqual(right);
  });

  test('a script or a style within a text is no step', () => {
    const recipeInstructions =
      '<p>Zagnieć.</p><script>var a = 1;</script><style>p{}</style><p>Upiecz.</p>';
    expect(page({ recipeInstructions }).recipe.steps).toEqual(['Zagnieć.', 'Upiecz.']);
  });
});

describe('hostile pages', () => {
  test.each<[string, string]>([
    ['deep markup', `${'<div itemscope itemtype="http://schema.org/Recipe">'.repeat(50_000)}`],
    ['many items', '<p itemscope itemtype="http://schema.org/Recipe"></p>'.repeat(50_000)],
    ['a script without an end', `<script type="application/ld+json">${'['.repeat(200_000)}`],
    ['brackets without end', ld('['.repeat(100_000))],
    ['ten thousand scripts', ld('{"@type":"WebPage"}').repeat(10_000)],
  ])('%s end in words', (_, html) => {
    expect(() => readPage(html)).toThrow(expect.objectContaining({ kind: 'unprocessable' }));
  });
});
