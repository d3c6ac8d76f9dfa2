import { plain } from './fold.ts';
import type { ItemKind } from './receipt.ts';

const BAG =
  /\b(?:TORB[AY]|TOREBKA|REKLAMOW\w*|SIATKA NA|EKO ?TORBA|BAG|TRAGETASCHE|JEDNORAZOWKA)\b/;
const SERVICE =
  /\b(?:DOSTAWA|DOWOZ|DOLADOWANIE|PREPAID|USLUGA|SERWIS|DELIVERY|OPLATA (?:SERWIS|ZA)|PARKING|KUPON LOTTO|LOTTO)\b/;
const NON_FOOD =
  /\b(?:SZAMP\w*|SHAMP\w*|MYDLO|PASTA DO ZEB\w*|SZCZOT\w*|PAPIER TOAL\w*|RECZNIK\w*|CHUSTECZ\w*|PIELUCH\w*|PAMPERS|BABY[DO]REAM|PROSZEK DO PRA\w*|PLYN DO|DOMESTOS|LUDWIK|FAIRY|VIZIR|PERSIL|ARIEL|LENOR|WORKI NA|ZAROWKA|BATERI[AE]|ZNICZ|PAPIEROSY|MARLBORO|ZAPALNICZKA|KREM DO RAK|DEZODOR\w*|ZEL POD|WATA|PODPASKI|TAMPONY|KARMA|WHISKAS|PEDIGREE|ZWIREK|GAZETA|FOLIA ALU\w*|GABKI|KOSMET\w*|BATISTE|PREGNAPLUS|SUPLEMENT\w*|NIVEA|COLGATE|KAPSULKI DO PRA\w*)\b/;

/** Cleans a printed name: column letters, lone till letters and OCR's stray marks at either end go. */
export function itemName(printed: string): string {
  const tokens = printed.trim().split(/\s+/);
  // `BIO CYTRYNY | 1`: the till's own column between name and count.
  if (tokens.length > 1 && /^[|:;!]\S{0,2}$/.test(tokens.at(-1) ?? '')) tokens.pop();
  else if (tokens.length > 2 && /^[|:;!]$/.test(tokens.at(-2) ?? '')) {
    if ((tokens.at(-1) ?? '').length <= 2) tokens.splice(-2);
  }
  dropMarks(tokens, /[\p{L}\p{N})%".[\]|]/u);
  if (tokens.length > 1 && /^\|?[XIFfl|\]1[]$/.test(tokens.at(-1) ?? '')) tokens.pop();
  dropMarks(tokens, /[\p{L}\p{N})%".]/u);
  return tokens.join(' ').replace(/^[^\p{L}\p{N}"]+/u, '');
}

/** Takes what is neither letter nor sign of a name off the end. */
function dropMarks(tokens: string[], kept: RegExp): void {
  for (;;) {
    const last = tokens.pop();
    if (last === undefined) return;
    let end = last.length;
    while (end > 0 && !kept.test(last.charAt(end - 1))) end -= 1;
    if (end === 0) continue;
    tokens.push(last.slice(0, end));
    return;
  }
}

/** What a line is by its printed name; a name nobody knows counts as food and waits for the product match. */
export function itemKind(name: string): ItemKind {
  const text = plain(name);
  if (BAG.test(text)) return 'bag';
  if (SERVICE.test(text)) return 'service';
  return NON_FOOD.test(text) ? 'non-food' : 'food';
}
