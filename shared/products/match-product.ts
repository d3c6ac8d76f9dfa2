import { type Brand, findBrand } from './brand.ts';
import { type Category, categories } from './category.ts';
import { mendWords } from './glued-words.ts';
import { findTaught, type HouseholdAlias } from './household-alias.ts';
import { confirmed, type Meant } from './meant.ts';
import { type Token, tokensOf } from './normalise.ts';
import { type Product, products } from './product.ts';
import { bestOf, type Candidate, MARGIN, type Ranked, rank, rounded } from './rank.ts';
import { foreignIndex, wordIndex } from './word-index.ts';

export interface ProductMatch {
  /** Null when nothing is sure enough; `productId` may name a household's own product then. */
  readonly product: Product | null;
  readonly productId: string | null;
  readonly category: Category | null;
  /** 0 … 1: of the product, or of the best candidate when nothing is sure. */
  readonly score: number;
  /** By its words, best first, at most five; what a person may choose from is more (choices.ts). */
  readonly candidates: readonly Candidate[];
  readonly brand: Brand | null;
  /** What the household taught about this spelling, OCR's damage forgiven. */
  readonly taught: HouseholdAlias | undefined;
  readonly how: 'household' | 'lexicon' | 'fuzzy' | 'brand' | 'embeddings' | null;
}

/** Below this a match is only a suggestion. */
const SURE = 0.8;
/** From here on every word was met as it is written or nearly so. */
const LITERAL = 0.9;
/** Below this it is not worth a person's look. */
const CANDIDATE = 0.45;

/**
 * Finds the product that a printed name means: what the household taught, then the shipped
 * spellings as they are, cut, glued or damaged, then the brand, then what an embedding model says. A
 * wrong product is worse than a question, so what is not sure comes back as candidates.
 * @param meant what a model finds near this name; nothing where none was asked
 */
export function matchProduct(
  name: string,
  aliases: readonly HouseholdAlias[],
  meant: readonly Meant[] = [],
): ProductMatch {
  const index = wordIndex();
  const tokens = mendWords(tokensOf(name), index);
  const found = findBrand(tokens);
  const polish = fullest(rank(tokens, found, index));
  const ranked = isSure(polish) ? polish : withForeign(name, polish);
  const facts = {
    candidates: bestOf(ranked.filter(({ score }) => score >= CANDIDATE)),
    brand: found?.brand ?? null,
    taught: findTaught(name, aliases),
  };
  const { taught } = facts;
  if (taught !== undefined && taught.productId !== null) {
    const product = products().get(taught.productId) ?? null;
    const category = taught.category ?? product?.category ?? '';
    const { productId } = taught;
    const known = categories.get(category) ?? null;
    return { ...facts, product, productId, category: known, score: 1, how: 'household' };
  }
  const best = ranked[0];
  if (best !== undefined && isSure(ranked)) {
    return { ...facts, ...chosen(best), how: best.score >= LITERAL ? 'lexicon' : 'fuzzy' };
  }
  const alone = products().get(found?.brand.alone ?? '');
  if (alone !== undefined && (best?.score ?? 0) < CANDIDATE && isAlone(tokens, found?.at ?? [])) {
    return { ...facts, ...chosen({ product: alone, score: SURE }), how: 'brand' };
  }
  const agreed = confirmed(ranked, meant);
  if (agreed !== undefined) return { ...facts, ...chosen(agreed), how: 'embeddings' };
  const score = best?.score ?? 0;
  return { ...facts, product: null, productId: null, category: null, score, how: null };
}

function chosen({ product, score }: Candidate) {
  const category = categories.get(product.category) ?? null;
  return { product, productId: product.id, category, score: rounded(score) };
}

/** Of those near the best, the one that explains all its words and more: `KIEŁB. KRAK. SUCHA`. */
function fullest(ranked: readonly Ranked[]): readonly Ranked[] {
  const [best, ...others] = ranked;
  const fuller = others.find(
    (other) =>
      best !== undefined &&
      best.score - other.score < MARGIN &&
      other.explains.size > best.explains.size &&
      [...best.explains].every((at) => other.explains.has(at)),
  );
  return fuller === undefined ? ranked : [fuller, ...ranked.filter((one) => one !== fuller)];
}

/** A name of an English or German till, when it is sure there; else what the Polish ones say. */
function withForeign(name: string, polish: readonly Ranked[]): readonly Ranked[] {
  const index = foreignIndex();
  const foreign = rank(mendWords(tokensOf(name), index), null, index);
  return isSure(foreign) && (foreign[0]?.score ?? 0) > (polish[0]?.score ?? 0) ? foreign : polish;
}

/** The best is good, and any other that comes near explains less of the name, or its words less well. */
function isSure([best, ...others]: readonly Ranked[]): boolean {
  if (best === undefined || best.score < SURE) return false;
  return others.every((other) => {
    if (best.score - other.score >= MARGIN || (other.general && !best.general)) return true;
    const within = [...other.explains].every((at) => best.explains.has(at));
    if (!within) return false;
    return other.explains.size < best.explains.size || (best.quality === 1 && other.quality < 1);
  });
}

/** Whether a name prints the brand and hardly anything else. */
function isAlone(tokens: readonly Token[], at: readonly number[]): boolean {
  return tokens.filter(({ text }, index) => text.length > 2 && !at.includes(index)).length <= 1;
}
