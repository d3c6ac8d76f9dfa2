/** The letters that grocers' tills use; the rates in per cent are the law's (ustawa o VAT). */
export const RATES = { A: 23, B: 8, C: 5 } as const;
export type Letter = keyof typeof RATES;

export interface Good {
  readonly name: string;
  readonly vat: Letter;
  /** Usual price in grosze, of one piece or of a kilogram. */
  readonly price: number;
  readonly unit: 'szt' | 'kg';
  /** Sold in a bottle or can that carries a deposit. */
  readonly deposit?: boolean;
}

const piece = (vat: Letter, price: number, name: string): Good => ({
  name,
  vat,
  price,
  unit: 'szt',
});
const weighed = (vat: Letter, price: number, name: string): Good => ({
  name,
  vat,
  price,
  unit: 'kg',
});
const bottled = (vat: Letter, price: number, name: string): Good => ({
  ...piece(vat, price, name),
  deposit: true,
});

/** What Polish households buy, abbreviated as tills abbreviate it. */
export const GOODS: readonly [Good, ...Good[]] = [
  piece('C', 349, 'Mleko UHT 3,2% 1l'),
  piece('C', 289, 'Jogurt nat. 400g'),
  piece('C', 799, 'Masło extra 200g'),
  piece('C', 649, 'Ser Gouda plastry 150g'),
  piece('C', 379, 'Twaróg półtłusty 250g'),
  piece('C', 259, 'Śmietana 18% 330g'),
  piece('C', 1199, 'Jaja z wol. wyb. 10szt'),
  piece('C', 499, 'Chleb żytni 500g'),
  piece('C', 79, 'Bułka kajzerka'),
  piece('C', 339, 'Makaron świderki 500g'),
  piece('C', 459, 'Ryż biały 1kg'),
  piece('C', 329, 'Mąka pszenna typ 500'),
  piece('C', 899, 'Szynka z pieca 120g'),
  piece('C', 1099, 'Kiełbasa śląska 450g'),
  piece('C', 549, 'Parówki z szynki 200g'),
  piece('C', 599, 'Sok pomarańczowy 1l'),
  piece('C', 419, 'Pomidory krojone 400g'),
  piece('B', 649, 'Pierogi ruskie 400g'),
  piece('B', 299, 'Musztarda sarepska 180g'),
  piece('B', 749, 'Majonez stołowy 310ml'),
  piece('B', 549, 'Ketchup łagodny 480g'),
  piece('A', 459, 'Czekolada mleczna 90g'),
  piece('A', 2499, 'Kawa mielona 250g'),
  piece('A', 899, 'Herbata czarna 100tb'),
  piece('A', 329, 'Wafelek orzechowy 36g'),
  piece('A', 1299, 'Papier toaletowy 8szt'),
  piece('A', 699, 'Płyn do naczyń 900ml'),
  bottled('A', 199, 'Woda gazowana 1,5l'),
  bottled('A', 749, 'Napój cola 1,5l'),
  bottled('A', 399, 'Piwo jasne puszka 0,5l'),
  weighed('C', 599, 'Banany luz'),
  weighed('C', 449, 'Jabłka Gala luz'),
  weighed('C', 1199, 'Pomidory malinowe'),
  weighed('C', 349, 'Ziemniaki wczesne'),
  weighed('C', 2299, 'Filet z kurczaka'),
  weighed('C', 1799, 'Papryka czerwona'),
  weighed('C', 1999, 'Łopatka wieprzowa'),
  weighed('C', 299, 'Marchew luz'),
];

export const BAG: Good = piece('A', 89, 'Torba zakupowa');
