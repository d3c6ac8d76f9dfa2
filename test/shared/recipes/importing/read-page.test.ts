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

describe('times', () => {
  test('the whole time is kept with its rest', () => {
    expect(
      page({ prepTime: 'PT15M', cookTime: 'PT25M', totalTime: 'PT8H40M' }).recipe,
    ).toMatchObject({
      prepMinutes: 15,
      cookMinutes: 25,
      totalMinutes: 520,
    });
  });
  test('a whole time alone', () => {
    expect(page({ totalTime: 'PT1H' }).recipe).toMatchObject({ cookMinutes: 60, totalMinutes: 60 });
  });
  test('nothing is made up of nothing', () => {
    expect(page({ prepTime: 'PT0M', cookTime: '', totalTime: null }).recipe).toMatchObject({
      cookMinutes: null,
      totalMinutes: null,
    });
  });
});

describe('yields', () => {
  test.each<[unknown, number | null, string | null]>([
    ['About 3 dozen', null, 'About 3 dozen'],
    ['36 ciasteczek', null, '36 ciasteczek'],
    ['36 cookies', null, '36 cookies'],
    [['36', '36 cookies'], null, '36 cookies'],
    ['tortownica 24 cm', null, 'tortownica 24 cm'],
    ['1 loaf', null, '1 loaf'],
    ['12 muffinek', null, '12 muffinek'],
    ['1 blacha 25x35 cm', null, '1 blacha 25x35 cm'],
    ['2 l zupy', null, '2 l zupy'],
    ['6 cups', null, '6 cups'],
    ['dla 6 osób', 6, null],
    ['4-6 servings', 4, null],
    ['Serves 8', 8, null],
    ['4', 4, null],
    [4, 4, null],
    [['4', '4 servings'], 4, null],
    ['4 Portionen', 4, null],
    ['4 personnes', 4, null],
    ['6 os.', 6, null],
    ['12 muffins (6 servings)', 6, '12 muffins (6 servings)'],
    ['four servings', 4, null],
    ['cztery porcje', 4, null],
    ['a few', null, null],
    [{ '@type': 'QuantitativeValue', value: 8, unitText: 'servings' }, 8, null],
    [{ '@type': 'QuantitativeValue', value: 24, unitText: 'cookies' }, null, '24 cookies'],
    ['0', null, null],
    [null, null, null],
  ])('%j: for %j, makes %j', (recipeYield, servings, makes) => {
    expect(page({ recipeYield }).recipe).toMatchObject({ servings, makes });
  });
});

describe('languages', () => {
  const german = {
    '@type': 'Recipe',
    name: 'Apfelkuchen',
    recipeIngredient: ['300 g Mehl', '4 Äpfel', '150 g Butter', '2 Eier'],
    recipeInstructions: [
      'Die Äpfel schälen und in Stücke schneiden.',
      'Den Teig kneten und backen.',
    ],
  };
  const unmarked = {
    '@type': 'Recipe',
    name: 'Zupa ziemniaczana',
    recipeIngredient: ['500 g ziemniakow', '2 lyzki smietany', '1 cebula'],
    recipeInstructions: ['Ziemniaki obierz i ugotuj.', 'Dodaj smietane i wymieszaj.'],
  };
  const english = {
    '@type': 'Recipe',
    name: 'Apple pie',
    recipeIngredient: ['2 cups flour', '4 apples', '1 stick butter'],
    recipeInstructions: ['Peel the apples and slice them.', 'Bake the pie until it is golden.'],
  };
  test.each<[string, unknown, string]>([
    ['German that says so', { ...german, inLanguage: 'de-DE' }, 'de'],
    ['German that does not', german, 'de'],
    ['German that says English', { ...german, inLanguage: 'en-US' }, 'de'],
    ['Polish without marks', unmarked, 'pl'],
    ['Polish whose site says English', { ...unmarked, inLanguage: 'en-US' }, 'pl'],
    ['English', english, 'en'],
    ['English that says so', { ...english, inLanguage: 'en-GB' }, 'en'],
  ])('%s', (_, value, language) => {
    expect(readPage(ld(value)).recipe.language).toBe(language);
  });
  test('the tag of the page decides where words do not', () => {
    const few = {
      '@type': 'Recipe',
      name: 'Guacamole',
      recipeIngredient: ['2 avocado', 'limetka'],
      recipeInstructions: ['Mix.'],
    };
    expect(readPage(`<html lang="sk">${ld(few)}`).recipe.language).toBe('sk');
  });
});

describe('microdata and RDFa', () => {
  const MICRODATA = `<html lang="pl"><body><h1>Blog</h1>
    <article itemscope itemtype="https://schema.org/Recipe">
      <h2 itemprop="name">Placki <em>ziemniaczane</em></h2>
      <span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Ola</b></span>
      <time itemprop="prepTime" datetime="PT20M">20 minut</time>
      <meta itemprop="cookTime" content="PT15M">
      <span itemprop="recipeYield">4 porcje</span>
      <ul><li itemprop="recipeIngredient">1 kg ziemniaków</li>
        <li itemprop="recipeIngredient"><span>1</span> <a href="/cebula">cebula</a></li></ul>
      <div itemprop="recipeInstructions"><ol><li>Zetrzyj.</li><li>Usmaż.</li></ol></div>
      <div itemprop="review" itemscope itemtype="http://schema.org/Review"><p itemprop="name">Pycha!</p></div>
    </article>`;
  test('microdata alone', () => {
    const { recipe, author } = readPage(MICRODATA);
    expect(recipe).toMatchObject({
      title: 'Placki ziemniaczane',
      servings: 4,
      prepMinutes: 20,
      cookMinutes: 15,
      ingredients: ['1 kg ziemniaków', '1 cebula'],
      steps: ['Zetrzyj.', 'Usmaż.'],
      language: 'pl',
    });
    expect(author).toBe('Ola');
  });

  test('tags that are left open or have no end of their own', () => {
    const { recipe } =
      readPage(`<div itemscope itemtype="http://schema.org/Recipe"><p itemprop="name">Jajka
      <ul><li itemprop="recipeIngredient">2 jajka<li itemprop="recipeIngredient">sól<img src=x itemprop="image"><br></ul>
      <p itemprop="recipeInstructions">Ugotuj jajka.<br>Obierz.`);
    expect(recipe).toMatchObject({
      title: 'Jajka',
      ingredients: ['2 jajka', 'sól'],
      steps: ['Ugotuj jajka.', 'Obierz.'],
    });
  });

  test.each(['Recipe', 'schema:Recipe', 'http://schema.org/Recipe'])(
    'RDFa of the type %s',
    (type) => {
      const prefix = type.startsWith('schema:') ? 'schema:' : '';
      const { recipe } =
        readPage(`<body vocab="http://schema.org/"><meta property="og:title" content="Blog">
      <div typeof="${type}"><h1 property="${prefix}name">Omlet</h1>
      <ul><li property="${prefix}recipeIngredient">3 jajka</li><li property="${prefix}recipeIngredient">łyżka masła</li></ul>
      <div property="${prefix}recipeInstructions"><p>Roztrzep jajka.</p><p>Usmaż na maśle.</p></div></div>`);
      expect(recipe).toMatchObject({
        title: 'Omlet',
        ingredients: ['3 jajka', 'łyżka masła'],
        steps: ['Roztrzep jajka.', 'Usmaż na maśle.'],
      });
    },
  );

  test('the fuller of JSON-LD and microdata is taken', () => {
    const stub = ld({ '@type': 'Recipe', name: 'Placki', recipeIngredient: ['1 kg ziemniaków'] });
    expect(readPage(stub + MICRODATA).recipe.steps).toEqual(['Zetrzyj.', 'Usmaż.']);
  });

  test('a property is of the nearest item, not of one around it', () => {
    const { recipe } = readPage(MICRODATA.replace('Pycha!', '100 g trucizny'));
    expect(JSON.stringify(recipe)).not.toContain('trucizny');
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
