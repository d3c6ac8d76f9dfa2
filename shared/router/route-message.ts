import { type Features, probabilities } from './classify.ts';
import { type MessageLanguage, ROUTE_LABELS, type RouteLabel } from './labels.ts';
import { writtenFeatures } from './message-features.ts';
import { messageLanguage } from './message-language.ts';
import { MessageVectors } from './message-vectors.ts';
import { messageWords } from './message-words.ts';
import { trained } from './trained.ts';

/** Who a message is for. */
export interface Route {
  readonly label: RouteLabel;
  /** How probable the first of `ranked` is, 0 to 1. */
  readonly confidence: number;
  /** All labels, the most probable first. */
  readonly ranked: readonly { readonly label: RouteLabel; readonly p: number }[];
  readonly language: MessageLanguage;
  readonly source: 'rules' | 'model';
}

/** A message of which no label is this probable is for nobody: catches 1 of 100 more, and costs none. */
const REJECT_BELOW = 0.3;

const vectorsHere = new MessageVectors();

/** For `/health`: false where vectors cannot be made and words alone decide, undefined before the first message. */
export function routerHasVectors(): boolean | undefined {
  return vectorsHere.work;
}

/**
 * Who answers a message, by what it means and by its words; `none` for what nobody here does. Where
 * there are no vectors the words alone decide, a little worse.
 * @param options.language of the message, where it is known
 */
export async function routeMessage(
  text: string,
  options: { readonly language?: MessageLanguage; readonly vectors?: MessageVectors } = {},
): Promise<Route> {
  const language = options.language ?? messageLanguage(text);
  // A smiley, three dots, nothing: an answer in kind is all there is to give.
  if (messageWords(text).every((word) => !/[\p{L}\p{N}]/u.test(word))) return said(language);
  const written = writtenFeatures(text, language);
  const meaning = await (options.vectors ?? vectorsHere).of(text, language);
  const features: Features =
    meaning === undefined ? written : new Map([...written, ['vector', meaning]]);
  const weights = trained(meaning === undefined ? 'without-vectors' : 'with-vectors');
  const found = probabilities(features, weights);
  const ranked = ROUTE_LABELS.map((label) => ({
    label,
    p: found[weights.classes.indexOf(label)] ?? 0,
  })).sort((one, other) => other.p - one.p);
  const [best = { label: 'none' as const, p: 0 }] = ranked;
  const label = best.p < REJECT_BELOW ? 'none' : best.label;
  return { label, confidence: best.p, ranked, language, source: 'model' };
}

function said(language: MessageLanguage): Route {
  const ranked = ROUTE_LABELS.map((label) => ({ label, p: label === 'conversation' ? 1 : 0 }));
  ranked.sort((one, other) => other.p - one.p);
  return { label: 'conversation', confidence: 1, ranked, language, source: 'rules' };
}
