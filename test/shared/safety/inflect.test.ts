import { describe, expect, test } from 'vitest';
import { englishStems } from '#shared/safety/inflect-english.ts';
import { isForm, polishStems } from '#shared/safety/inflect-polish.ts';
import { stemsOf } from '#shared/safety/word-stems.ts';

// Forms without diacritics, as words are compared.
describe('Polish forms', () => {
  test.each([
    ['mąka', 'maka maki mace make mako mak makami makach makom'],
    ['mleko', 'mleko mleka mleku mlekiem mlece mlekowy mleki'],
    ['masło', 'maslo masla maslu maslem masle masel maslowy masly'],
    ['truskawka', 'truskawka truskawki truskawke truskawce truskawek truskawkami truskawkowy'],
    ['ser', 'ser sera serowi serem serze sery serow serami serach serowy serowa serowego'],
    ['rak', 'rak raka rakowi rakiem raku raki rakow rakami rakach rakowy'],
    ['śledź', 'sledz sledzia sledziem sledziu sledzie sledzi sledziami sledziowy'],
    ['cukier', 'cukier cukru cukrem cukrowi cukrze cukrowy'],
    ['koper', 'koper kopru kopry'],
    ['homarzec', 'homarzec homarca homarce homarcami homarzca'],
    ['włoski', 'wloski wloscy wloska'],
    ['śledziowa', 'sledziowa sledziowy sledziowej'],
    ['orzeszek', 'orzeszek orzeszka orzeszki orzeszkow orzeszkami orzeszkiem orzeszkowy'],
    ['nerkowiec', 'nerkowiec nerkowca nerkowce nerkowcow nerkowcami nerkowcowy'],
    ['pstrąg', 'pstrag pstraga pstragiem pstragi pstragow pstragu'],
    ['figa', 'figa figi fige fidze figami figowy'],
    ['mucha', 'mucha muchy musze muchami'],
    ['pasta', 'pasta pasty pascie paste past'],
    ['sałata', 'salata salaty salacie salate salat'],
    ['woda', 'woda wody wodzie wode wod'],
    ['ryba', 'ryba ryby rybie rybe ryb rybami rybowy'],
    ['fasola', 'fasola fasoli fasole fasol'],
    ['soja', 'soja soi soje soja sojowy sojowego'],
    ['białko', 'bialko bialka bialku bialkiem bialek'],
    ['liceum', 'licea liceow'],
    ['wysoki', 'wysoki wysoka wysokie wysokiego wysokiemu wysokiej wysokim wysokich wysokimi'],
    ['żółty', 'zolty zolta zolte zoltego zoltemu zoltej zoltym zoltych zoltymi'],
    ['tani', 'tani tania tanie'],
    ['kurczak', 'kurczak kurczaka kurczakiem kurczaki'],
    ['pestka', 'pestka pestek pestce pestki'],
    ['grzyb', 'grzyb grzyba grzyby grzybow grzybie'],
  ])('%s may look like %s', (lemma, forms) => {
    const stems = polishStems(lemma);
    const missed = forms.split(' ').filter((form) => !isForm(form, stems));
    expect(missed).toEqual([]);
  });

  test.each([
    ['mąka', 'makaron makao ma mk makac macie masze'],
    ['rak', 'race rakieta ra raku2'],
    ['ser', 'serce serwis se serdelek serie'],
    ['mleko', 'mleczko mle mlekarz mlekc'],
    ['ryba', 'rybak rybnik ry rybce'],
    ['pasta', 'pastor pas pastela past1'],
    ['woda', 'wodorost wodka wo'],
    ['cukier', 'cukiernia cuk cukinia'],
    ['kolendra', 'kolend kolendr3 kolendarz'],
    ['soja', 'so sojusz sok'],
    ['lek', 'lk lka'],
    ['żółty', 'zoltko zol'],
    ['figa', 'figle fi figura'],
    ['śledziowa', 'sledziow'],
  ])('%s is none of %s', (lemma, others) => {
    const stems = polishStems(lemma);
    const taken = others.split(' ').filter((form) => isForm(form, stems));
    expect(taken).toEqual([]);
  });

  // A stem more than these is an allergen more that is seen where there is none.
  test.each([
    ['ser', 'ser serz serow seriow'],
    ['rak', 'rak rac rakow rakiow'],
    ['mąka', 'mak mac'],
    ['soja', 'soj so sojow sojiow'],
    ['orzeszek', 'orzeszek orzeszec orzeszekow orzeszekiow orzeszk orzeszc orzesziek orzeszkow'],
    ['nerkowiec', 'nerkowiec nerkowiecow nerkowieciow nerkowc nerkowec nerkowcow'],
    ['truskawka', 'truskawk truskawc truskawek truskawiek truskawkow truskawkiow'],
    ['koń', 'kon konow koniow'],
    ['piernik', 'piernik piernic piernikow piernikiow'],
    ['tani', 'tan tanow taniow'],
    ['woda', 'wod wodz wodow wodiow'],
    ['liceum', 'lice liceow liceiow'],
    ['umami', 'umam umamow umamiow'],
    ['czerń', 'czern czeren czerien czernow czerniow'],
    ['lek', 'lek lec lekow lekiow'],
  ])('%s has the stems %s', (lemma, stems) => {
    expect([...new Set(polishStems(lemma).map(([stem]) => stem))].join(' ')).toBe(stems);
  });

  test('an adjective in -gi or -ki has other endings than one that only has a g or k inside', () => {
    for (const form of ['grubego', 'grubych', 'grubymi']) {
      expect(isForm(form, polishStems('gruby')), form).toBe(true);
    }
    expect(isForm('drogiego', polishStems('drogi'))).toBe(true);
    expect(isForm('kuriem', polishStems('kura'))).toBe(false);
  });

  test('words of one or two letters stay as they are', () => {
    expect(polishStems('rż')).toEqual([['rz', new Set([''])]]);
    expect(isForm('rza', polishStems('rż'))).toBe(false);
  });
});

test('a word that is exact has no other form, another its base form too', () => {
  const whole = ['owsa', new Set([''])];
  expect(stemsOf({ lemma: 'owsa', exact: true }, 'pl')).toEqual([whole]);
  expect(stemsOf({ lemma: 'owsa', exact: false }, 'pl')[0]).toEqual(whole);
  expect(isForm('eggs', stemsOf({ lemma: 'egg', exact: false }, 'en'))).toBe(true);
});

describe('English forms', () => {
  const isEnglish = (form: string, lemma: string) => isForm(form, englishStems(lemma));

  test.each([
    ['egg', 'egg eggs'],
    ['radish', 'radish radishes radishs'],
    ['peach', 'peach peaches'],
    ['potato', 'potato potatoes potatos'],
    ['box', 'box boxes'],
    ['molasses', 'molasses molasseses'],
    ['quiz', 'quiz quizes'],
    ['berry', 'berry berries berrys'],
    ['leaf', 'leaf leaves leafs'],
    ['knife', 'knife knives knifes'],
    ['Café', 'cafe cafes'],
  ])('%s may look like %s', (lemma, forms) => {
    expect(forms.split(' ').filter((form) => !isEnglish(form, lemma))).toEqual([]);
  });

  test.each<[string, [string, string[]][]]>([
    ['egg', [['egg', ['', 's']]]],
    ['ox', [['ox', ['']]]],
    ['radish', [['radish', ['', 's', 'es']]]],
    [
      'berry',
      [
        ['berry', ['', 's']],
        ['berr', ['ies']],
      ],
    ],
    [
      'leaf',
      [
        ['leaf', ['', 's']],
        ['lea', ['ves']],
      ],
    ],
    [
      'knife',
      [
        ['knife', ['', 's']],
        ['kni', ['ves']],
      ],
    ],
  ])('%s has the stems %j', (lemma, stems) => {
    expect(englishStems(lemma)).toEqual(stems.map(([stem, ends]) => [stem, new Set(ends)]));
  });

  test.each([
    ['cod', 'codes code co'],
    ['egg', 'egges eggy eg'],
    ['berry', 'berryes berri berr'],
    ['leaf', 'leafes leave lea'],
    ['knife', 'knive kni knifees'],
    ['ox', 'oxs oxes oxen'],
    ['yak', 'ies yakes'],
    ['fig', 'ves figes'],
    ['shop', 'shopes'],
    ['fennel', 'fennelves'],
  ])('%s is none of %s', (lemma, others) => {
    expect(others.split(' ').filter((form) => isEnglish(form, lemma))).toEqual([]);
  });
});
