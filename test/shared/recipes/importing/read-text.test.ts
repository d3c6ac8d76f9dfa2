import { describe, expect, test } from 'vitest';
import { readPage } from '#shared/recipes/importing/read-page.ts';
import { readText } from '#shared/recipes/importing/read-text.ts';

describe('a recipe pasted as text', () => {
  test('with the usual headings', () => {
    const { recipe } = readText(`Zupa krem z dyni
Porcje: 4
Czas przygotowania: 15 minut
Czas gotowania: 30 min

Składniki:
• 1 kg dyni
• 2 marchewki
- sól

Sposób przygotowania
1. Pokrój dynię i marchewkę.
2. Gotuj pół godziny,
aż zmięknie.

Smacznego!
Komentarze (12)`);
    expect(recipe).toMatchObject({
      title: 'Zupa krem z dyni',
      language: 'pl',
      servings: 4,
      prepMinutes: 15,
      cookMinutes: 30,
      ingredients: ['1 kg dyni', '2 marchewki', 'sól'],
      steps: ['Pokrój dynię i marchewkę.', 'Gotuj pół godziny, aż zmięknie.'],
    });
  });

  test('with parts, and the servings behind the heading', () => {
    const { recipe } = readText(`Apple pie
Ingredients (serves 8)
For the crust:
2 cups flour
1 stick butter
For the filling:
4 apples
Directions
Make the crust.
Bake for 45 minutes.`);
    expect(recipe).toMatchObject({
      servings: 8,
      language: 'en',
      ingredients: [
        'For the crust:',
        '2 cups flour',
        '1 stick butter',
        'For the filling:',
        '4 apples',
      ],
      steps: ['Make the crust.', 'Bake for 45 minutes.'],
    });
  });

  test('as a message of a friend, without headings', () => {
    const { recipe } = readText(`placki babci
1 kg ziemniaków
1 cebula
2 jajka
3 łyżki mąki
sól i pieprz
Ziemniaki i cebulę zetrzyj na tarce i odciśnij. Dodaj jajka i mąkę, dopraw.
Smaż na złoto z obu stron.`);
    expect(recipe).toMatchObject({
      title: 'placki babci',
      ingredients: ['1 kg ziemniaków', '1 cebula', '2 jajka', '3 łyżki mąki', 'sól i pieprz'],
    });
    expect(recipe.steps).toHaveLength(2);
  });

  test.each([
    'Kupiłam dziś chleb.',
    '',
    'Składniki:\nmąka',
    'a\nb\nc',
    'Zupa\nSkładniki:\n1 marchewka\nPrzygotowanie:',
  ])('%j is none', (text) => {
    expect(() => readText(text)).toThrow(
      expect.objectContaining({ kind: 'unprocessable', code: 'recipe-incomplete' }),
    );
  });
});

describe('a page that says nothing for programs', () => {
  const PAGE = `<html lang="pl"><title>Żurek | Blog Oli</title><nav><a>Składniki miesiąca</a></nav>
    <h1>Żurek na zakwasie</h1><p>Jak u mamy. Składniki znajdziesz wszędzie.</p>
    <h2>Składniki</h2><ul><li>500 ml zakwasu</li><li>2 białe kiełbasy</li><li>4 jajka</li></ul>
    <h2>Przygotowanie</h2><p>Zagotuj zakwas z litrem wody.</p><p>Dodaj kiełbasę i gotuj 20 minut.</p>
    <h2>Podobne przepisy</h2><p>Barszcz biały z torebki jest gorszy.</p>`;

  test('is read by its headings, and no further', () => {
    const { recipe } = readPage(PAGE);
    expect(recipe).toMatchObject({
      title: 'Żurek na zakwasie',
      ingredients: ['500 ml zakwasu', '2 białe kiełbasy', '4 jajka'],
      steps: ['Zagotuj zakwas z litrem wody.', 'Dodaj kiełbasę i gotuj 20 minut.'],
      language: 'pl',
    });
  });

  test.each([
    ['without a heading over the steps', PAGE.replace('<h2>Przygotowanie</h2>', '')],
    ['without ingredients', PAGE.replace(/<li>.*<\/li>/, '')],
    [
      'that only talks of ingredients',
      '<h1>Dieta</h1><h2>Składniki</h2><p>Nasze ciało potrzebuje wielu składników odżywczych, o których napiszemy poniżej w kilku słowach i jeszcze więcej.</p><h2>Wykonanie</h2><p>Jedz warzywa.</p>',
    ],
  ])('%s is none', (_, html) => {
    expect(() => readPage(html)).toThrow(expect.objectContaining({ kind: 'unprocessable' }));
  });
});
