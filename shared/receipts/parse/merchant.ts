import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import type { Merchant } from '#shared/receipts/model/receipt.ts';

const STREET = /^\W{0,6}(?:u[l1I][.,\s]|a[l1][.,]|os[.,]|pl[.,]|plac\s)/i;
const POSTCODE = /\b\d\d-\d{3}\b/;
const NO_NAME = /^\W{0,6}(?:N[I1l][PF]|nr\b|BDO|tel|www|paragon)/i;

/** A company is recognised by its legal form, a shop by its kind. */
const COMPANY =
  /\b(?:S\.?\s?A|SP\.?\s?Z|SPOLKA|SP\.?\s?[JK]|S\.?C|LTD|PLC|GMBH|KG)\b|^\W{0,6}(?:FIRMA|F\.?H\.?U|P\.?H\.?U|P\.?P\.?H\.?U|SKLEP|APTEKA|RESTAURACJA|PIZZERIA|DELIKATESY|MARKET)\b/;
/** Slogans and greetings stand above the name too. */
const SLOGAN = /ZAPRASZ|WITAMY|DZIEKUJ|CODZIENNIE|NISKIE CENY|WELCOME|THANK|WILLKOMMEN|!\s?$/;

/** Name, chain and address out of the lines above the heading. */
export function readMerchant(
  heading: readonly string[],
  chain: string | null,
  nip: string | null,
): Merchant {
  const lines = heading.slice(0, 12).map((line) => line.slice(0, 120).trim());
  const isAddress = (line: string) => STREET.test(line) || POSTCODE.test(line);
  const address = lines.filter((line) => isAddress(line) && !NO_NAME.test(line)).join(', ');
  const names = lines.filter(
    (line) =>
      /\p{L}{3}/u.test(line) &&
      !NO_NAME.test(line) &&
      !isAddress(line) &&
      !/\d{4}-\d\d/.test(line) &&
      !SLOGAN.test(upperAscii(line)),
  );
  const named = names.find((line) => COMPANY.test(upperAscii(line))) ?? names[0];
  const name = named?.replace(/^[^\p{L}\p{N}"„”]+/u, '').split('  ')[0] ?? chain;
  return { name, chain, nip, address: address === '' ? null : address };
}
