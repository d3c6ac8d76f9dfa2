import { describe, expect, test } from 'vitest';
import { freeTerm } from '#shared/safety/free-term.ts';
import { readFood } from '#shared/safety/read-food.ts';

/** Which words a term finds: `~` before what only may be it, `*` behind what is not named. */
function hits(term: string, text: string, whole = true): string {
  const found = freeTerm(term).hits(readFood(text, { whole }));
  const words = found.map(({ level, named, start, end }) => {
    const mark = level === 'contains' ? '' : '~';
    return `${mark}${text.slice(start, end)}${named ? '' : '*'}`;
  });
  return [...new Set(words)].sort().join(', ');
}

describe('a family that names a whole allergen', () => {
  test.each([
    ['mleko', 'masło', 'masło'],
    ['mleko', 'margaryna', '~margaryna'],
    ['mleko', 'jogurt kokosowy', '~jogurt kokosowy'],
    // Milk of something else is none.
    ['mleko', 'mleko kokosowe', ''],
    ['mleko', 'mleko sojowe', ''],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

describe('a family that is one kind of an allergen', () => {
  test.each([
    ['pszenica', 'chleb', '~chleb*'],
    ['pszenica', 'bułka pszenna', 'pszenna, ~bułka*'],
    ['pszenica', 'chleb gryczany', ''],
    ['pszenica', 'pumpernikiel', ''],
    ['pszenica', 'makaron, bezglutenowy', '~makaron*'],
    ['pszenica', 'bezglutenowy makaron', ''],
    ['jęczmień', 'chleb', '~chleb*'],
    ['jęczmień', 'pumpernikiel', ''],
    ['żyto', 'kuskus', ''],
    ['dorsz', 'łosoś i filet rybny', '~filet rybny*, ~rybny*'],
    ['dorsz', 'filet z łososia', ''],
    ['orzechy włoskie', 'nutella', ''],
    ['orzechy laskowe', 'nutella', 'nutella'],
    ['orzechy włoskie', 'nerkowce, orzechy', '~orzechy*'],
    ['kraby', 'owoce morza', '~owoce morza*'],
    ['kraby', 'krewetki', ''],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

describe('a family that is in mixtures', () => {
  test.each([
    ['maliny', 'owoce leśne', '~owoce leśne*'],
    ['maliny', 'owoce leśne bez malin', '~owoce leśne*'],
    ['gruszka', 'mieszanka owocowa', '~owocowa*'],
    ['gruszka', 'gruszka miłosna', ''],
    ['marchew', 'mieszanka warzywna', '~mieszanka warzywna*, ~warzywna*'],
    ['marchew', 'curry', ''],
    ['wieprzowina', 'kotlet schabowy', 'kotlet schabowy, schabowy'],
    ['wieprzowina', 'kotlet mielony', '~kotlet mielony*'],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

describe('meat in what is vegan', () => {
  test.each([
    ['wołowina', 'burger wegański', ''],
    ['wołowina', 'wegański burger', ''],
    ['wołowina', 'burger duży podwójny świeży wegański', ''],
    // Too far away to speak of the burger.
    ['wołowina', 'wegański ser, burger', '~burger*'],
    ['wołowina', 'burger, sałata, ziemniaki i napój wegański', '~burger*'],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});

test('what is only named as a size is not found', () => {
  expect(hits('jabłko', 'Kulki wielkości jabłka.', false)).toBe('');
  expect(hits('jabłko', 'Kulki z jabłka.', false)).toBe('jabłka');
});

test('a row of the lexicon is found where what has its allergen only may have it', () => {
  expect(hits('masło', 'tort z masłem')).toBe('masłem, ~tort');
});

describe('foods in people’s own words', () => {
  test.each([
    ['wołowina', 'bulion wołowy', 'wołowy, ~bulion wołowy*, ~bulion*'],
    ['wołowina', 'bulion', '~bulion*'],
    ['wołowina', 'wegański bulion wołowy', '~bulion wołowy*, ~wołowy*'],
    ['wołowina', 'burger bez wołowiny', '~burger*'],
    ['wołowina', 'burger without beef', '~burger*'],
    ['owies', 'muesli bez owsa', '~muesli'],
    ['owies', 'muesli, chleb bez owsa', 'muesli, ~chleb*'],
    ['wołowina', 'beef-free burger', '~burger*'],
    ['wołowina', 'mięso', '~mięso*'],
    ['wołowina', 'wieprzowina', ''],
    ['wieprzowina', 'kiełbasa', 'kiełbasa'],
    ['wieprzowina', 'kiełbasa z indyka', ''],
    ['wieprzowina', 'boczek', 'boczek'],
    ['wieprzowina', 'bekon wegański', ''],
    ['kurczak', 'rosół', '~rosół*'],
    ['kurczak', 'rosół z kury', 'kury, ~rosół z kury*, ~rosół*'],
    ['kurczak', 'nuggets', 'nuggets'],
    ['kurczak', 'indyk', ''],
    ['miód', 'miód gryczany', 'miód'],
    ['miód', 'musztarda miodowa', 'miodowa'],
    ['miód', 'melon miodowy', ''],
    ['cebula', 'cebula', 'cebula'],
    ['cebula', 'szczypiorek', ''],
    ['cebula', 'zero cebuli', ''],
    ['cebula', 'no onion soup', ''],
    ['cebula', 'cebulica', ''],
    ['cebula', 'bulion', '~bulion*'],
    ['czosnek', 'masło czosnkowe', 'czosnkowe'],
    ['czosnek', 'granulowany czosnek', 'czosnek'],
    ['czosnek', 'bez czosnku', ''],
    ['czosnek', 'aioli', 'aioli'],
    ['pomidor', 'ketchup', 'ketchup'],
    ['pomidor', 'passata', 'passata'],
    ['pomidor', 'koktajlowe pomidorki', 'pomidorki'],
    ['pomidor', 'pizza', '~pizza*'],
    ['pomidor', 'bez pomidorów pizza', '~pizza*'],
    ['papryka', 'chili', 'chili'],
    ['papryka', 'papryka w proszku', 'papryka'],
    ['papryka', 'leczo', 'leczo'],
    ['truskawki', 'dżem truskawkowy', 'truskawkowy'],
    ['truskawki', 'dżem', ''],
    ['truskawki', 'dżem z malin', ''],
    ['truskawki', 'owoce leśne', '~owoce leśne*'],
    ['truskawki', 'owoce', '~owoce*'],
    ['truskawki', 'może zawierać truskawki', '~truskawki'],
    ['jabłko', 'szarlotka', 'szarlotka'],
    ['jabłko', 'jabłka, ziemniaki', 'jabłka'],
    ['jabłko', 'mus owocowy', '~mus*, ~owocowy*'],
    ['jabłko', 'ocet jabłkowy', 'ocet jabłkowy'],
    ['banan', 'ciasto bananowe', 'bananowe'],
    ['banan', 'banana bread', 'banana'],
    ['cytrusy', 'lemoniada', 'lemoniada'],
    ['cytrusy', 'limonka', 'limonka'],
    ['cytrusy', 'pomelo', 'pomelo'],
    ['kukurydza', 'skrobia kukurydziana', 'kukurydziana, ~skrobia*'],
    ['kukurydza', 'skrobia', '~skrobia*'],
    ['kukurydza', 'popcorn', 'popcorn'],
    ['kukurydza', 'free corn', 'corn'],
    ['ryż', 'mąka ryżowa', 'ryżowa'],
    ['ryż', 'sushi', 'sushi'],
    ['ryż', 'papier ryżowy', 'ryżowy'],
    ['pszenica', 'kuskus', 'kuskus'],
    ['pszenica', 'orkisz', 'orkisz'],
    ['pszenica', 'kasza', '~kasza*'],
    ['pszenica', 'mąka', '~mąka*'],
    ['pszenica', 'mąka żytnia', ''],
    ['pszenica', 'sos sojowy', '~sos sojowy*'],
    ['żyto', 'chleb razowy', '~chleb*, ~razowy*'],
    ['żyto', 'wódka żytnia', 'żytnia'],
    ['jęczmień', 'piwo', 'piwo'],
    ['jęczmień', 'pęczak', 'pęczak'],
    ['owies', 'granola', '~granola*'],
    ['laktoza', 'ser', 'ser'],
    ['laktoza', 'mleko bez laktozy', ''],
    ['kazeina', 'ser', 'ser'],
    ['kazeina', 'serwatka', 'serwatka'],
    ['serwatka', 'mleko', 'mleko'],
    ['masło', 'masło', 'masło'],
    ['masło', 'masło orzechowe', ''],
    ['masło', 'croissant', '~croissant'],
    ['ser', 'ser', 'ser'],
    ['ser', 'pizza', '~pizza'],
    ['ser', 'ser wegański', ''],
    ['ser', 'sernik', '~sernik'],
    ['jogurt', 'jogurt kokosowy', ''],
    ['orzechy włoskie', 'orzechy', '~orzechy*'],
    ['orzechy włoskie', 'orzechy laskowe', ''],
    ['orzechy włoskie', 'mieszanka studencka', '~mieszanka studencka*'],
    ['orzechy włoskie', 'orzech włoski i laskowy', 'orzech włoski'],
    ['migdały', 'marcepan', 'marcepan'],
    ['migdały', 'orzechy', '~orzechy*'],
    ['migdały', 'mleko migdałowe', 'migdałowe, ~mleko migdałowe*'],
    ['migdały', 'migdałki', 'migdałki'],
    ['pistacje', 'baklawa', '~baklawa*'],
    ['orzeszki ziemne', 'masło orzechowe', 'masło orzechowe'],
    ['dorsz', 'dorsz', 'dorsz'],
    ['dorsz', 'paluszki rybne', '~paluszki rybne*'],
    ['dorsz', 'tran', 'tran'],
    ['dorsz', 'łosoś, ryba', '~ryba*'],
    ['łosoś', 'sushi', '~sushi*'],
    ['łosoś', 'łosoś i dorsz', 'łosoś'],
    ['tuńczyk', 'sałatka z tuńczykiem', 'tuńczykiem, ~sałatka z tuńczykiem*'],
    ['krewetki', 'owoce morza', '~owoce morza*'],
    ['krewetki', 'krab', ''],
    ['krewetki', 'krewetka', 'krewetka'],
    ['małże', 'owoce morza', '~owoce morza*'],
    ['małże', 'ostrygi', ''],
    ['małże', 'kalmary', ''],
    ['jajka', 'majonez', 'majonez'],
    ['białko jaja', 'beza', 'beza'],
    ['białko jaja', 'żółtko', 'żółtko'],
    ['seler naciowy', 'seler', 'seler'],
    ['seler', 'włoszczyzna', 'włoszczyzna'],
    ['seler', 'bulion', 'bulion'],
    ['musztarda', 'gorczyca', 'gorczyca'],
    ['gorczyca', 'musztarda', 'musztarda'],
    ['gorczyca', 'majonez', 'majonez'],
    ['sezam', 'tahini', 'tahini'],
    ['sezam', 'chałwa', 'chałwa'],
    ['soja', 'tofu', 'tofu'],
    ['soja', 'lecytyna', '~lecytyna'],
    ['soja', 'sos sojowy', 'sojowy, sos sojowy'],
    ['soja', 'olej sojowy', 'olej sojowy, sojowy'],
    ['łubin', 'mąka łubinowa', 'mąka łubinowa, łubinowa'],
    ['siarczyny', 'wino', 'wino'],
    ['siarczyny', 'rodzynki', '~rodzynki'],
    ['wino', 'gulasz w winie', 'winie'],
    ['alkohol', 'wino', 'wino'],
    ['alkohol', 'rum', 'rum'],
    ['alkohol', 'ocet winny', ''],
    ['kofeina', 'kawa', 'kawa'],
    ['kawa', 'tiramisu', 'tiramisu'],
    ['czekolada', 'ciasto czekoladowe', 'czekoladowe'],
    ['kakao', 'czekolada', 'czekolada'],
    ['kolendra', 'curry', '~curry*'],
    ['kolendra', 'zielona kolendra', 'kolendra'],
    ['grzyby', 'pieczarki', 'pieczarki'],
    ['grzyby', 'zupa grzybowa', 'grzybowa'],
    ['grzyby', 'pieczywo', ''],
  ])('“%s” in “%s” is %j', (term, text, expected) => {
    expect(hits(term, text)).toBe(expected);
  });
});
