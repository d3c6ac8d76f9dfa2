const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['EUR', /EUR|€/g],
  ['GBP', /GBP|£/g],
  ['CHF', /CHF/g],
];

/** ISO 4217. Polish tills print złoty even where they name euros too, so only a foreign receipt has another. */
export function currencyOf(texts: readonly string[]): string {
  const text = texts.join('\n');
  if (/PLN|PTU|NIP|\bz[lł]\b/i.test(text)) return 'PLN';
  const counted = SIGNS.map(([code, sign]) => ({ code, count: text.match(sign)?.length ?? 0 }));
  const most = counted.reduce((best, one) => (one.count > best.count ? one : best));
  return most.count > 0 ? most.code : 'PLN';
}
