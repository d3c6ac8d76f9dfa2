import type { StockUnit } from '#shared/quantities/stock-unit.ts';
import { itemName } from '#shared/receipts/fields/item-name.ts';
import type { DraftItem } from '#shared/receipts/model/draft.ts';
import type { ParsedItem } from '#shared/receipts/model/receipt.ts';
import { isConsistent } from './item-choices.ts';
import { lineConfidence } from './line-confidence.ts';

/** The item as the rest of the system sees it, `index` counted from 0. */
export function finishItem(item: DraftItem, index: number, balanced: boolean): ParsedItem {
  if (!isConsistent(item)) item.reasons.add('quantity-times-price');
  // A value that was not printed legibly but follows from quantity × price is certain once the sum agrees.
  if (balanced) item.reasons.delete('low-confidence');
  if (item.name === '') item.reasons.add('low-confidence');
  const { name, gtin } = withoutNumbers(item.name);
  return {
    line: index + 1,
    name,
    quantityMilli: item.quantityMilli,
    unit: item.unit ?? unitOf(item),
    unitPrice: item.unitPrice ?? item.gross,
    gross: item.gross,
    discount: item.discount,
    net: item.gross - item.discount,
    vat: item.vat,
    confidence: lineConfidence(item, balanced),
    reasons: [...item.reasons],
    ...(item.repairs.length > 0 && { repairs: item.repairs }),
    ...(item.lines.length > 0 && { sourceLines: item.lines }),
    ...(gtin !== undefined && { gtin }),
  };
}

/** Tills print no unit for most items; a fraction is a weight. */
function unitOf(item: DraftItem): StockUnit {
  return item.quantityMilli % 1000 === 0 ? 'szt' : 'kg';
}

/** `1.ŻUREK`, `5901234567890 MLEKO`: tills print an ordinal or the article number before the name. */
function withoutNumbers(printed: string): { name: string; gtin: string | undefined } {
  const gtin = /^(\d{8}|\d{12,14})\s(?=.{0,3}\p{L})/u.exec(printed)?.[1];
  const rest = gtin === undefined ? printed : printed.slice(gtin.length);
  return { name: itemName(rest.replace(/^\d{1,2}\s?[.,]\s?(?=[\p{L}\d]\p{L})/u, '')), gtin };
}
