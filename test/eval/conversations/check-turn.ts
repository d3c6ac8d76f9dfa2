import { fold } from '#shared/language/fold.ts';
import { messageLanguage } from '#shared/language/message-language.ts';
import { convert } from '#shared/quantities/convert.ts';
import { add, compare, exactly, type Rational } from '#shared/quantities/rational.ts';
import type { Expectation } from './script.ts';

interface Quantity {
  readonly value: string;
  readonly unit: string;
}

interface Reply {
  readonly agent: string;
  readonly intent: { readonly name: string };
  readonly text: string;
  readonly data?: { readonly confirmed?: unknown } | undefined;
  readonly citations: readonly unknown[];
  readonly proposals: readonly {
    readonly kind: string;
    readonly summary: string;
    readonly diff: {
      readonly lots?:
        | readonly { readonly product: string; readonly change: Quantity }[]
        | undefined;
    };
  }[];
}

/** What a turn came to. */
export interface Seen {
  readonly status: number;
  /** None for a button, and for what the API refuses. */
  readonly reply: Reply | undefined;
  readonly text: string;
}

export interface SeenTurn extends Seen {
  readonly written: boolean;
  readonly lots: readonly {
    readonly product: { readonly name: string };
    readonly quantity: Quantity;
  }[];
}

/** Intents by which the conversation says that it does not do something. */
const REFUSING = new Set(['unknown', 'harm', 'self-harm', 'prompt', 'none', 'out-of-scope']);
const PANTRY_KINDS = new Set(['add', 'consume', 'waste', 'open', 'move', 'freeze']);

/** What is not as expected, in words; empty when all is. */
export function failuresOf(expect: Expectation, seen: SeenTurn): string[] {
  const { reply, status, text } = seen;
  const failures: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) failures.push(what);
  };
  must(status < 300, `status ${status}`);
  if (expect.agent !== undefined) {
    must(
      expect.agent.some((one) => isAgent(one, reply)),
      `agent ${reply?.agent}/${reply?.intent.name}, not ${expect.agent}`,
    );
  }
  if (expect.language !== undefined && reply !== undefined) {
    const language = messageLanguage(withoutNames(reply.text, seen.lots));
    must(language === null || language === expect.language, `language ${language}`);
  }
  const proposals = reply?.proposals ?? [];
  if (expect.proposals !== undefined) {
    must(
      proposals.length === expect.proposals,
      `${proposals.length} proposals, not ${expect.proposals}`,
    );
  }
  if (expect.proposalKind !== undefined) {
    const kinds = proposals.map(({ kind }) => (PANTRY_KINDS.has(kind) ? kind : 'other'));
    must(kinds.includes(expect.proposalKind), `kinds ${kinds}, not ${expect.proposalKind}`);
  }
  for (const [name, amount] of Object.entries(expect.diff ?? {})) {
    const changes = proposals.flatMap(({ diff }) => diff.lots ?? []);
    const there = changes.map(({ product, change }) => ({ name: product, quantity: change }));
    must(isSum(there, name, amount), `diff of ${name} is ${shown(there, name)}, not ${amount}`);
  }
  for (const [name, amount] of Object.entries(expect.stock ?? {})) {
    const there = seen.lots.map(({ product, quantity }) => ({ name: product.name, quantity }));
    must(isSum(there, name, amount), `stock of ${name} is ${shown(there, name)}, not ${amount}`);
  }
  if (expect.written !== undefined)
    must(seen.written === expect.written, `written ${seen.written}`);
  if (expect.confirmed !== undefined) {
    must((reply?.data?.confirmed !== undefined) === expect.confirmed, 'confirmed is otherwise');
  }
  const has = (part: string) => text.toLowerCase().includes(part.toLowerCase());
  if (expect.textHas !== undefined)
    must(expect.textHas.some(has), `text has none of ${expect.textHas}`);
  for (const part of expect.textHasNot ?? []) must(!has(part), `text has ${part}`);
  if (expect.asks !== undefined) must(text.includes('?') === expect.asks, 'it asks otherwise');
  if (expect.refuses !== undefined) {
    must(
      REFUSING.has(reply?.intent.name ?? '') === expect.refuses,
      `intent ${reply?.intent.name} refuses otherwise`,
    );
  }
  if (expect.citations !== undefined) {
    must((reply?.citations.length ?? 0) > 0 === expect.citations, 'citations are otherwise');
  }
  return failures;
}

/** What is called in Polish in the house is so in any language. */
function withoutNames(text: string, lots: SeenTurn['lots']): string {
  return lots.reduce((rest, { product }) => rest.replaceAll(product.name, ''), text);
}

function isAgent(label: string, reply: Reply | undefined): boolean {
  if (reply === undefined) return false;
  const { agent, intent } = reply;
  const isPantry = agent === 'conversation' && ['pantry', 'clarify'].includes(intent.name);
  if (label === 'pantry') return isPantry;
  if (label === 'conversation' || label === 'none') return agent === 'conversation' && !isPantry;
  return agent === label;
}

interface Named {
  readonly name: string;
  readonly quantity: Quantity;
}

function named(all: readonly Named[], part: string): Named[] {
  return all.filter(({ name }) => fold(name).includes(fold(part)));
}

function shown(all: readonly Named[], part: string): string {
  const sums = named(all, part).map(
    ({ name, quantity }) => `${name} ${quantity.value} ${quantity.unit}`,
  );
  return sums.length === 0 ? 'nothing' : sums.join(', ');
}

/** Whether what is called so is together as much as written; null for nothing at all. */
function isSum(all: readonly Named[], part: string, amount: string | null): boolean {
  const found = named(all, part);
  if (amount === null) return found.length === 0;
  const [value = '', unit = ''] = amount.replace('+', '').split(' ');
  let sum: Rational = exactly('0');
  for (const { quantity } of found) {
    const same = convert({ value: exactly(quantity.value), unit: quantity.unit }, unit);
    if (!same.ok) return false;
    sum = add(sum, same.value);
  }
  return compare(sum, exactly(value)) === 0;
}
