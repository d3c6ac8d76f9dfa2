import { describe, expect, test } from 'vitest';
import { matchProduct } from '#shared/products/match-product.ts';
import { normaliseName } from '#shared/products/normalise.ts';

const idOf = (name: string) => matchProduct(name, []).productId;

describe('a printed name', () => {
  test.each([
    ['MLK UHT 3,2% 1L', 'mleko'],
    ['FILET Z KURCZ KG', 'filet-z-kurczaka'],
    ['Jog.Nat.Piątnica 4x125g', 'jogurt-naturalny'],
    ['POM.KOKT.250G', 'pomidory-koktajlowe'],
    ['BANANY PREMIUM ŚW.', 'banany'],
    ['CIASTKA PETITKI B-A', 'ciastka'],
    ['TORBA FOLIOW.30X5-A', 'torba'],
    ['M.EKSTRA', 'maslo'],
    ['KIEŁB.ŚLĄSK.', 'kielbasa-slaska'],
  ])('cut by a till, %s, is %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test.each([
    ['KURCZ.FILET Z', 'filet-z-kurczaka'],
    ['KISZ.KAPUSTA', 'kapusta-kiszona'],
    ['GOUDA SER', 'gouda'],
  ])('in another order, %s, is %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test.each([
    ['SERGOUDA', 'gouda'],
    ['SerGoudaPlastry300g', 'gouda'],
    ['POMIDORYMALINOWE', 'pomidory'],
    ['POM IDORY', 'pomidory'],
  ])('glued or torn, %s, is %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test.each([
    ['MAS1O EXTRA', 'maslo'],
    ['8UŁKA KAJZERKA', 'bulka'],
    ['5ER GOUDA', 'gouda'],
    ['CUKlER BIAŁY', 'cukier'],
    ['J0GURT NATURALNY', 'jogurt-naturalny'],
  ])('damaged by OCR, %s, is %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test.each(['XQZVW 77', '', '€€€ ...', '12345', 'SER', 'POM', 'FILET'])(
    'that nobody can be sure about, %s, is asked',
    (name) => {
      expect(matchProduct(name, [])).toMatchObject({ product: null, productId: null, how: null });
    },
  );

  test.each([
    ['SER FAVITA', 'feta'],
    ['KARMA WHISKAS', 'karma-dla-kota'],
    ['KIEŁB.KRAK.SUCHA', 'kielbasa-krakowska'],
    ['WINOGRONA BIAŁE', 'winogrona'],
  ])('of a general and a special word, %s, is %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test.each([
    ['H-Milch 3,5% 1L', 'mleko'],
    ['Free range eggs 6pk', 'jaja'],
    ['BIO Kartoffeln', 'ziemniaki'],
    ['Carrier bag', 'torba'],
  ])('of a foreign till, %s, is %s', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  test('of a brand alone is what the brand is known for', () => {
    expect(matchProduct('ŁACIATE 2% 1L', [])).toMatchObject({
      productId: 'mleko',
      how: 'brand',
      brand: { name: 'Łaciate' },
    });
    expect(matchProduct('ŁACIATE MASŁO', [])).toMatchObject({ productId: 'maslo' });
    expect(matchProduct('KETCHUP PUDLISZ.', []).brand?.name).toBe('Pudliszki');
  });

  test('of any length is answered', () => {
    const long = 'MLEKO UHT '.repeat(1000);
    expect(matchProduct(long, []).candidates[0]?.product.id).toBe('mleko');
    expect(idOf('A'.repeat(10_000))).toBeNull();
  });
});

describe('what the household taught', () => {
  const taught = [
    { alias: 'mlk uht', productId: 'kefir' },
    { alias: 'SOK BABCI MALINOWY', productId: 'own:Sok babci' },
  ];

  test('wins over everything shipped', () => {
    expect(matchProduct('MLK UHT', taught)).toMatchObject({
      productId: 'kefir',
      how: 'household',
      score: 1,
    });
  });

  test('holds for a spelling that OCR has damaged', () => {
    expect(matchProduct('S0K BA8CI MAL1NOWY', taught).productId).toBe('own:Sok babci');
    expect(matchProduct('SOK BABCl MAIINOVY', taught).productId).toBe('own:Sok babci');
  });

  test('does not spread to what is merely like it', () => {
    expect(matchProduct('SOK MALINOWY', taught).productId).not.toBe('own:Sok babci');
    expect(matchProduct('MLEKO UHT', taught).productId).toBe('mleko');
  });

  test('is no lesson where two are equally near', () => {
    const two = [
      { alias: 'TAJEMNICA XA', productId: 'mleko' },
      { alias: 'TAJEMNICA XB', productId: 'kefir' },
    ];
    expect(matchProduct('TAJEMNICA XC', two).how).not.toBe('household');
  });
});

test('names are compared without sizes, codes and signs', () => {
  expect(normaliseName('Jog.Nat. 4x125g')).toBe('JOG NAT');
  expect(normaliseName('MLEKO UHT 3,2% 1L-C')).toBe('MLEKO UHT');
  expect(normaliseName('ŻÓŁTY SER 0,5KG')).toBe('ZOLTY SER');
});
