import { describe, expect, test } from 'vitest';
import absence from '#test/data/safety/gate-absence.json' with { type: 'json' };
import kinds from '#test/data/safety/gate-kinds.json' with { type: 'json' };
import kindsThird from '#test/data/safety/gate-kinds-third.json' with { type: 'json' };
import unseen from '#test/data/safety/gate-unseen.json' with { type: 'json' };
import unseenFifth from '#test/data/safety/gate-unseen-fifth.json' with { type: 'json' };
import unseenFourth from '#test/data/safety/gate-unseen-fourth.json' with { type: 'json' };
import unseenSecond from '#test/data/safety/gate-unseen-second.json' with { type: 'json' };
import unseenSixth from '#test/data/safety/gate-unseen-sixth.json' with { type: 'json' };
import unseenThird from '#test/data/safety/gate-unseen-third.json' with { type: 'json' };
import { falselyBlocked, type GateCase, readCases, silentAbout } from '#test/support/gate-cases.ts';

const read = readCases(absence);
/** Texts of a kind of which one may be said to contain what it has not; `only-named` is written to be misread. */
const ONE_IN: Readonly<Record<string, number>> = { 'only-named': 10 };
/** Of the second list; mend them and take them out. */
const KNOWN = [
  'JUST Egg (mung bean)',
  'Masło orzechowe w diecie? Nie u nas, na śniadanie mamy banan.',
  'Mleko wylej, bo skwaśniało; kawę wypijemy czarną.',
  'Pieróg? Nie, mówię o mięsie mielonym bez bułki i jajka.',
  'The batter should be the colour of mustard; use turmeric and rice flour.',
  'The coconut macaroon recipe swaps whites for chickpea water.',
];
/** What the fourth list showed and is still misread, most of it sayings; mend them and take them out. */
const KNOWN_OF_FOURTH = [
  'Wlej mleko sojowe zamiast krowiego',
  'kaczka po pekińsku z naleśniczkami',
  'Chyba sobie jaja robisz',
  'Ten egzamin to była bułka z masłem',
  'Horoskop na maj: Ryby i Waga',
  'Po imprezie boli mnie makówka',
  'Na jabłoni już widać pączki',
  'Ale masz buły po tej siłowni',
  'Butterfingers here dropped the ball again',
  "That'll be ten squid, mate",
  'CHSE GRATER S/S',
];
/** Of the kinds that the third list showed; mend them and take them out. */
const KNOWN_KINDS = [
  'Use a hazel stick and a walnut spoon to stir the jam.',
  'She bought a chestnut board and a walnut block.',
  'almnod butter',
  'mleko kokosopwe',
  'Obtocz w panierce, ale bezglutenowej.',
];

const KNOWN_OF_FIFTH = [
  'Ten egzamin to była bułka z masłem.',
  'Siostra jest spod znaku Ryb, a szwagier to Rak.',
  'Pamiętam, że nie możesz soi, dlatego kupiłem fasolę i groszek.',
  'glucosamine (from shellfish: shrimp and crab)',
  'Mum took the mustard out of her dressing: oil, lemon, honey.',
];

describe.each([...new Set(read.map(({ kind }) => kind))])('sentences of the kind %s', (kind) => {
  const cases = read.filter((row) => row.kind === kind);
  const oneIn = ONE_IN[kind] ?? 40;

  test('are never silent about an allergen', () => {
    expect(silentAbout(cases)).toEqual([]);
  });

  test(`are said to contain what they have not in at most 1 of ${oneIn}`, () => {
    const wrong = falselyBlocked(cases);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(cases.length / oneIn);
  });
});

/** By strangers, read once before anything was mended by them; and other examples of what they showed. */
/** What the sixth list showed and is still misread, most of it sayings and what is left off; mend them and take them out. */
const KNOWN_OF_SIXTH = [
  'Ten mecz to była bułka z masłem, trzy zero do przerwy.',
  'W przepisie było masło, ale zamiast niego dałam olej kokosowy.',
  'Dziadek łowi szczupaki, ale każdego wypuszcza z powrotem do jeziora.',
  'W aptece mówili, że te tabletki są bezglutenowe i nie mają laktozy.',
  'Lody robimy sami: mrożone banany, maliny i nic więcej.',
  'Jestem zodiakalnym Rakiem, a mąż to typowe Ryby.',
  'Zjedź z autostrady ślimakiem i od razu w prawo.',
  'Robiąc kompot, wzięłam morele suszone na słońcu, bez siarki.',
  'Doktor kazał odstawić nabiał i pszenicę, więc gotuję sobie ryż z cukinią.',
  'Na imieniny Krysi robię tort orzechowy na białkach, całkiem bez mąki.',
  "She can't have dairy so I left the cheese off her jacket potato.",
  'Skip the croutons and the parmesan, just leaves and lemon juice for me.',
  "Grandad's lupins by the gate are glorious this year.",
  'My celery-green cardigan shrank in the wash.',
  'Our local, the Barley Mow, is being turned into flats.',
  'Replacing a washer is bread-and-butter stuff for a plumber.',
  '4 dried lasagne sheets',
  'Wódka Krupnik 0,5 l',
  'Kawa Jacobs Krönung mielona',
  'Nakd Cashew Cookie',
  'celery salt, turmeric, mustard bran',
  'SAŁ LOD SZT',
];
/** `nitki` are threads as well: read as noodles where they are all that is said, and not in a sentence. */
const MISSED_OF_SIXTH = ['gluten: Rosołek stoi na kuchence, wrzuć sobie do niego nitki.'];
const LISTS: readonly {
  readonly list: string;
  readonly cases: readonly GateCase[];
  readonly known: readonly string[];
  readonly missed?: readonly string[];
}[] = [
  { list: 'a list of somebody who had not seen the gate', cases: unseen, known: [] },
  { list: 'a second list of a stranger', cases: unseenSecond, known: KNOWN },
  { list: 'other examples of the kinds it showed', cases: kinds, known: [] },
  { list: 'a third list of a stranger', cases: unseenThird, known: [] },
  { list: 'a fourth list of a stranger', cases: unseenFourth, known: KNOWN_OF_FOURTH },
  { list: 'a fifth list of a stranger', cases: unseenFifth, known: KNOWN_OF_FIFTH },
  {
    list: 'a sixth list of a stranger',
    cases: unseenSixth,
    known: KNOWN_OF_SIXTH,
    missed: MISSED_OF_SIXTH,
  },
  {
    list: 'other examples of the kinds that the third showed',
    cases: kindsThird,
    known: KNOWN_KINDS,
  },
];

describe.each(LISTS)('$list', ({ cases, known, missed = [] }) => {
  const texts = readCases(cases);

  test('has no allergen that is passed over, but for what is known', () => {
    expect(silentAbout(texts)).toEqual(missed);
  });

  test('has nothing that is said to contain what it has not, but for what is known', () => {
    expect(falselyBlocked(texts)).toEqual(known);
  });
});
