import { allergenDifference, differenceToProduct, isSame } from './allergen-difference.ts';
import { type Brand, findBrand } from './brand.ts';
import { type Category, categories, isFlavoured } from './category.ts';
import { confirmedByEmbedding, type NearestProduct } from './embedding-candidates.ts';
import { findAlias, type HouseholdAlias, ownName } from './household-alias.ts';
import { type Token, tokensOf } from './normalise.ts';
import { type Product, products } from './product.ts';
import { bestOf, type Candidate, MIN_MARGIN, type Ranked, rank, rounded } from './rank.ts';
import { segmentWords } from './segment-words.ts';
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
  /** What the household corrected before about this spelling, OCR's damage forgiven. */
  readonly alias: HouseholdAlias | undefined;
  readonly how: 'household' | 'lexicon' | 'fuzzy' | 'brand' | 'embeddings' | null;
}

/** Below this a match is only a suggestion. */
const MIN_SURE_SCORE = 0.8;
/** From here on every word was met as it is written or nearly so. */
const MIN_LITERAL_SCORE = 0.9;
/** `JOGURT KOKOS` is of coconut, if there is such a thing, before it is any yogurt that tastes so. */
const FLAVOUR_MARGIN = 0.1;
/** Below this it is not worth a person's look. */
const MIN_CANDIDATE_SCORE = 0.45;

/**
 * Finds the product that a printed name means: what the household corrected before, then the shipped
 * spellings as they are, cut, glued or damaged, then the brand, then what an embedding model says. A
 * wrong product is worse than a question, so what is not sure comes back as candidates, and so does
 * a product, the household's own choice included, that loses or gains an allergen of the name.
 * @param nearest what a model finds near this name; nothing where none was asked
 */
export function matchProduct(
  name: string,
  aliases: readonly HouseholdAlias[],
  nearest: readonly NearestProduct[] = [],
): ProductMatch {
  const index = wordIndex();
  const tokens = segmentWords(tokensOf(name), index);
  const found = findBrand(tokens);
  const polish = preferFuller(rank(tokens, found, index));
  const brandAt = found?.at ?? [];
  const ranked = isSure(polish, brandAt) ? polish : withForeign(name, polish);
  const facts = {
    candidates: bestOf(ranked.filter(({ score }) => score >= MIN_CANDIDATE_SCORE)),
    brand: found?.brand ?? null,
    alias: findAlias(name, aliases),
  };
  const { alias } = facts;
  if (alias !== undefined && alias.productId !== null) {
    const { productId } = alias;
    const product = products().get(productId) ?? null;
    if (!keepsAllergens(name, productId, ranked)) {
      const taught = product === null ? [] : [{ product, score: 1 }];
      const others = facts.candidates.filter((one) => one.product !== product);
      return { ...facts, candidates: bestOf([...taught, ...others]), ...NOTHING_SURE, score: 0 };
    }
    const known = categories.get(alias.category ?? product?.category ?? '') ?? null;
    return { ...facts, product, productId, category: known, score: 1, how: 'household' };
  }
  const best = ranked[0];
  const isKept = ({ product, spelled }: Pick<Ranked, 'product' | 'spelled'>) =>
    isSame(differenceToProduct(name, product, spelled));
  if (best !== undefined && isSure(ranked, brandAt) && isKept(best)) {
    const how = best.score >= MIN_LITERAL_SCORE ? 'lexicon' : 'fuzzy';
    return { ...facts, ...chosen(best), how };
  }
  const alone = products().get(found?.brand.alone ?? '');
  if (
    alone !== undefined &&
    (best?.score ?? 0) < MIN_CANDIDATE_SCORE &&
    isAlone(tokens, found?.at ?? [])
  ) {
    const spelled = new Set(found?.at.map((at) => tokens[at]?.text ?? ''));
    if (isKept({ product: alone, spelled })) {
      return { ...facts, ...chosen({ product: alone, score: MIN_SURE_SCORE }), how: 'brand' };
    }
  }
  const agreed = confirmedByEmbedding(ranked, nearest);
  if (agreed !== undefined && isKept(agreed)) {
    return { ...facts, ...chosen(agreed), how: 'embeddings' };
  }
  const score = best?.score ?? 0;
  return { ...facts, ...NOTHING_SURE, score };
}

const NOTHING_SURE = { product: null, productId: null, category: null, how: null } as const;

/** Whether the product that the household chose has the allergens of the printed name. */
function keepsAllergens(name: string, productId: string, ranked: readonly Ranked[]): boolean {
  const product = products().get(productId);
  // What a household calls its own says more than the till (`ZUPA` is Zosia's rosół).
  if (product === undefined)
    return allergenDifference(name, ownName(productId) ?? '').lost.length === 0;
  const spelled = ranked.find((one) => one.product === product)?.spelled;
  return isSame(differenceToProduct(name, product, spelled));
}

function chosen({ product, score }: Candidate) {
  const category = categories.get(product.category) ?? null;
  return { product, productId: product.id, category, score: rounded(score) };
}

/** Of those near the best, the one that explains all its words and more: `KIEŁB. KRAK. SUCHA`. */
function preferFuller(ranked: readonly Ranked[]): readonly Ranked[] {
  const [best, ...others] = ranked;
  const fuller = others.find(
    (other) =>
      best !== undefined &&
      best.score - other.score <
        (isFlavoured(best.product.category) ? FLAVOUR_MARGIN : MIN_MARGIN) &&
      other.explains.size > best.explains.size &&
      [...best.explains].every((at) => other.explains.has(at)),
  );
  return fuller === undefined ? ranked : [fuller, ...ranked.filter((one) => one !== fuller)];
}

/** A name of an English or German till, when it is sure there; else what the Polish ones say. */
function withForeign(name: string, polish: readonly Ranked[]): readonly Ranked[] {
  const index = foreignIndex();
  const foreign = rank(segmentWords(tokensOf(name), index), null, index);
  return isSure(foreign) && (foreign[0]?.score ?? 0) > (polish[0]?.score ?? 0) ? foreign : polish;
}

/** The best is good, and any other that comes near explains less of the name, or its words less well. */
function isSure([best, ...others]: readonly Ranked[], brandAt: readonly number[] = []): boolean {
  if (best === undefined || best.score < MIN_SURE_SCORE) return false;
  return others.every((other) => {
    if (best.score - other.score >= MIN_MARGIN || (other.general && !best.general)) return true;
    // Whose it is says nothing against what it is: `SOK FORTUNA` is a spelling of any juice.
    const within = [...other.explains].every((at) => best.explains.has(at) || brandAt.includes(at));
    if (!within) return false;
    const less = [...best.explains].some((at) => !other.explains.has(at));
    return less || (best.quality === 1 && other.quality < 1);
  });
}

/** Whether a name prints the brand and hardly anything else. */
function isAlone(tokens: readonly Token[], at: readonly number[]): boolean {
  return tokens.filter(({ text }, index) => text.length > 2 && !at.includes(index)).length <= 1;
}
