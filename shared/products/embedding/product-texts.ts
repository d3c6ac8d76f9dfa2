import { products } from '#shared/products/product.ts';
import { embeddingText } from './embedding-text.ts';

/** A text that stands for a product. */
export interface ProductText {
  readonly id: string;
  readonly text: string;
}

/** Enough for a dozen spellings; Cohere takes no text above 2,048 letters. */
const MAX_TEXT_LENGTH = 300;

/**
 * What is embedded of the shipped products, some 2,700 texts: each by its Polish name, its English one,
 * and its receipt spellings together, for they hold brands and kinds that no name says.
 */
export function productTexts(): ProductText[] {
  return [...products().values()].flatMap(({ id, pl, en, aliases }) => {
    const spellings = aliases.map(embeddingText).join(', ').slice(0, MAX_TEXT_LENGTH);
    const texts = new Set([pl, en.split(' (')[0] ?? en, spellings].filter((text) => text !== ''));
    return [...texts].map((text) => ({ id, text }));
  });
}
