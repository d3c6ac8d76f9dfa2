import { describe, expect, test } from 'vitest';
import { readPage } from '#shared/recipes/importing/read-page.ts';

/** Pages are made up; each is a kind of page that a real site has. */
const ld = (value: unknown, attributes = 'type="application/ld+json"') =>
  `<!doctype html><title>x</title><script ${attributes}>${typeof value === 'string' ? value : JSON.stringify(value).replaceAll('</', '<\\/')}</script>`;

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
