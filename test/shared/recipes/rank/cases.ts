import { HARMLESS, type RankCase } from './rank-case.ts';

/** A worked case: a pantry, recipes to choose from, and the order in which they are offered. */
export interface Case extends RankCase {
  readonly name: string;
  readonly among: readonly string[];
  /** Ids in the order expected; recipes that must not come are not among them. */
  readonly order: readonly string[];
  /** Points that the first one must have, by part. */
  readonly points?: Readonly<Record<string, number>>;
  /** Words of the reason, by part. */
  readonly why?: Readonly<Record<string, string>>;
}

const SCRAMBLED = ['pl-jajecznica', 'pl-jajecznica-z-boczkiem', 'pl-jajecznica-z-pomidorami'];

export const cases: readonly Case[] = [
  {
    name: 'all of it in the house beats most of it',
    pantry: 'jaja 10 szt, maslo 200 g, szczypiorek 1 szt, chleb 500 g',
    among: SCRAMBLED,
    order: ['pl-jajecznica', 'pl-jajecznica-z-pomidorami', 'pl-jajecznica-z-boczkiem'],
    points: { stock: 40, missing: 0, expiring: 0 },
    why: { stock: '4 of 4 ingredients are at home', missing: 'nothing is missing' },
  },
  {
    name: 'salt and pepper are in every household, and are not missing',
    pantry: 'jaja 10 szt, boczek-wedzony 200 g, cebula 1 kg',
    among: ['pl-jajecznica-z-boczkiem'],
    order: ['pl-jajecznica-z-boczkiem'],
    points: { stock: 40, missing: 0 },
  },
  {
    name: 'tomatoes that end tomorrow come before chives that keep',
    pantry:
      'jaja 10 szt, maslo 200 g, chleb 500 g, szczypiorek 1 szt, pomidory 500 g 1, bazylia-swieza 1 szt',
    among: SCRAMBLED,
    order: ['pl-jajecznica-z-pomidorami', 'pl-jajecznica', 'pl-jajecznica-z-boczkiem'],
    why: { expiring: 'saves pomidory (tomorrow)' },
  },
  {
    name: 'in a week nothing hurries yet',
    pantry: 'jaja 10 szt, maslo 200 g 9, szczypiorek 1 szt 9, chleb 500 g 9',
    among: ['pl-jajecznica'],
    order: ['pl-jajecznica'],
    points: { expiring: 0 },
    why: { expiring: 'nothing has to go first' },
  },
  {
    name: 'today counts for more than in five days',
    pantry:
      'brokul 500 g 0, kalafior 700 g 5, ziemniaki 2 kg, bulion 3 l, maslo 200 g, cebula 1 kg, smietanka 300 ml, smietana 300 ml, marchew 1 kg, koperek 1 szt',
    among: ['pl-krem-z-brokulow', 'pl-kalafiorowa'],
    order: ['pl-krem-z-brokulow', 'pl-kalafiorowa'],
  },
  {
    name: 'of two that end today the dear one is saved first',
    pantry:
      'losos 350 g 0, dorsz 500 g 0, szparagi 400 g, cytryny 2 szt, oliwa-z-oliwek 500 ml, czosnek 1 szt, maslo 200 g, koperek 1 szt',
    prices: { losos: 8000, dorsz: 1000 },
    today: '2026-05-10',
    among: ['pl-dorsz-pieczony', 'pl-losos-z-piekarnika'],
    order: ['pl-losos-z-piekarnika', 'pl-dorsz-pieczony'],
  },
  {
    name: 'asked to use what spoils, it weighs almost twice as much',
    pantry:
      'szpinak 400 g 1, feta 150 g 2, jaja 10 szt, mleko 1 l, maka-pszenna 1 kg, maslo 200 g, szczypiorek 1 szt, chleb 500 g',
    useExpiring: true,
    among: ['pl-jajecznica', 'pl-nalesniki-ze-szpinakiem'],
    order: ['pl-nalesniki-ze-szpinakiem', 'pl-jajecznica'],
  },
  {
    name: 'without that criterion what is complete goes first',
    pantry:
      'szpinak 400 g 5, feta 150 g 6, jaja 10 szt, maslo 200 g, szczypiorek 1 szt, chleb 500 g',
    among: ['pl-jajecznica', 'pl-nalesniki-ze-szpinakiem'],
    order: ['pl-jajecznica', 'pl-nalesniki-ze-szpinakiem'],
  },
  {
    name: 'past its use-by date it is no food any more',
    pantry: 'dorsz 500 g -1!, cytryny 1 szt, maslo 200 g, koperek 1 szt',
    among: ['pl-dorsz-pieczony'],
    order: ['pl-dorsz-pieczony'],
    points: { stock: 30, expiring: 0 },
    why: { missing: 'missing: dorsz' },
  },
  {
    name: 'past its best-before date it is, and hurries',
    pantry:
      'twarog 500 g -1, maka-pszenna 1 kg, jaja 10 szt, maslo 200 g, bulka-tarta 400 g, cukier 1 kg',
    among: ['pl-leniwe'],
    order: ['pl-leniwe'],
    points: { stock: 40 },
    why: { expiring: 'saves twarog (1 day past its best-before date)' },
  },
  {
    name: 'long past its best-before date it is no food for a recipe',
    pantry:
      'twarog 500 g -40, maka-pszenna 1 kg, jaja 10 szt, maslo 200 g, bulka-tarta 400 g, cukier 1 kg',
    among: ['pl-leniwe'],
    order: ['pl-leniwe'],
    why: { missing: 'missing: twaróg' },
  },
  {
    name: 'half of it is half of it',
    pantry: 'ziemniaki 500 g, maka-pszenna 1 kg, jaja 10 szt',
    among: ['pl-kopytka'],
    order: ['pl-kopytka'],
    points: { stock: 33.3 },
  },
  {
    name: 'a glass is compared with grams, pieces with kilograms',
    pantry:
      'jaja 1 szt, cebula 0.5 kg, ziemniaki 1 kg, maka-pszenna 100 g, olej-rzepakowy 1 l, smietana 200 g',
    among: ['pl-placki-ziemniaczane'],
    order: ['pl-placki-ziemniaczane'],
    points: { stock: 40, missing: 0 },
  },
  {
    name: 'gouda is cheese enough, lactose-free milk is milk enough',
    pantry: 'jaja 10 szt, papryka 1 szt, gouda 200 g, mleko-bez-laktozy 1 l, maslo 200 g',
    among: ['pl-omlet-z-warzywami'],
    order: ['pl-omlet-z-warzywami'],
    points: { stock: 40, missing: 0 },
  },
  {
    name: 'what is missing and dear costs more than what is missing and cheap',
    pantry:
      'ryz 1 kg, cebula 1 kg, bulion 2 l, oliwa-z-oliwek 500 ml, maslo 200 g, wino 500 ml, parmezan 100 g',
    prices: { dynia: 400, pieczarki: 9000 },
    today: '2026-10-10',
    among: ['pl-risotto-pieczarkowe', 'pl-risotto-z-dynia'],
    order: ['pl-risotto-z-dynia', 'pl-risotto-pieczarkowe'],
    points: { missing: -2.3 },
  },
  {
    name: 'of equals the quick one',
    pantry: '',
    among: ['pl-bigos', 'pl-lazanki'],
    order: ['pl-lazanki', 'pl-bigos'],
    why: { time: '70 min' },
  },
  {
    name: 'cold beetroot soup is for summer',
    pantry: '',
    today: '2026-07-10',
    among: ['pl-barszcz-czerwony', 'pl-chlodnik'],
    order: ['pl-chlodnik', 'pl-barszcz-czerwony'],
    points: { season: 3 },
    why: { season: 'in season' },
  },
  {
    name: 'and the red one for winter',
    pantry: '',
    today: '2026-12-20',
    among: ['pl-barszcz-czerwony', 'pl-chlodnik'],
    order: ['pl-barszcz-czerwony', 'pl-chlodnik'],
  },
  {
    name: 'not again what there was the day before yesterday',
    pantry:
      'jaja 10 szt, maslo 200 g, szczypiorek 1 szt, chleb 500 g, pomidory 400 g, bazylia-swieza 1 szt',
    cooked: { 'pl-jajecznica': 2 },
    today: '2026-07-10',
    among: ['pl-jajecznica', 'pl-jajecznica-z-pomidorami'],
    order: ['pl-jajecznica-z-pomidorami', 'pl-jajecznica'],
  },
  {
    name: 'at most two missing means two',
    pantry: 'jaja 10 szt, maslo 200 g',
    filter: { maxMissing: 2 },
    among: [...SCRAMBLED, 'pl-bigos'],
    order: ['pl-jajecznica', 'pl-jajecznica-z-pomidorami', 'pl-jajecznica-z-boczkiem'],
  },
  {
    name: 'what harms somebody is never offered, what somebody dislikes comes later',
    pantry:
      'jaja 10 szt, maslo 200 g, szczypiorek 1 szt, chleb 500 g, pomidory 500 g, bazylia-swieza 1 szt, boczek-wedzony 200 g, cebula 1 kg',
    judge: ({ id }) => {
      if (id === 'pl-jajecznica-z-boczkiem')
        return { ...HARMLESS, effect: 'block', verdict: 'contains' };
      if (id !== 'pl-jajecznica') return HARMLESS;
      return {
        ...HARMLESS,
        effect: 'rank',
        dislikes: [{ person: 'Ola', evidence: 'szczypiorku' }],
      };
    },
    among: SCRAMBLED,
    order: ['pl-jajecznica-z-pomidorami', 'pl-jajecznica'],
  },
  {
    name: 'a sauce is no dinner',
    pantry: '',
    among: ['en-classic-bechamel-sauce', 'pl-jajecznica'],
    order: ['pl-jajecznica', 'en-classic-bechamel-sauce'],
    points: { dish: 3 },
  },
];
