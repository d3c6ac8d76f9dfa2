import { headingLine } from '../ingredients/headings.ts';
import { isNode, type Node } from './node.ts';
import { plainLines, plainText } from './plain-text.ts';

const LONGEST = 4000;
const MAX_TEXT = 200_000;
const DEEPEST = 6;
/** What a page counted itself: `1.`, `2)`, `Step 3:`, `Krok 4 –`. */
const NUMBER =
  /^(?:(?:step|krok|schritt|étape|paso)\s)?\d{1,2}\s?(?:[.):–-](?!\d)|(?=\p{Lu}))\s{0,5}/iu;
const ONLY_A_NUMBER = /^(?:step|krok|schritt|étape|paso|part|część)?\s?\d{0,2}\.?$/i;

/**
 * The steps of a text, HowToStep, HowToSection, ItemList or any mixture of them. The name of a section
 * is a line of its own with a colon, the name of a step stands before its text.
 */
export function instructionsOf(value: unknown, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (typeof value === 'string') {
    return sentencesOf(plainLines(value, MAX_TEXT))
      .map((line) => line.replace(NUMBER, '').slice(0, LONGEST))
      .filter((line) => line !== '');
  }
  if (Array.isArray(value)) {
    return value.slice(0, 1000).flatMap((one) => instructionsOf(one, depth + 1));
  }
  return isNode(value) ? stepsOf(value, depth) : [];
}

/** A line that goes on in a small letter belongs to the one above it: pages break lines anywhere. */
function sentencesOf(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    if (above !== undefined && /^\p{Ll}/u.test(line)) whole[whole.length - 1] = `${above} ${line}`;
    else whole.push(line);
  }
  return whole;
}

function stepsOf(node: Node, depth: number): string[] {
  const name = plainText(node.name, 300);
  const parts = node.itemListElement ?? node.steps ?? node.step;
  if (parts !== undefined) {
    const steps = instructionsOf(parts, depth + 1);
    const isSection = steps.length > 0 && /Section$/.test(String([node['@type']].flat()[0] ?? ''));
    return isSection && !ONLY_A_NUMBER.test(name) ? [headingLine(name), ...steps] : steps;
  }
  if (isNode(node.item)) return instructionsOf(node.item, depth + 1);
  const text = node.text ?? node.description ?? node['@value'];
  if (text === undefined) {
    // Some sites number their steps.
    const numbered = Object.keys(node).every((key) => /^\d{1,4}$/.test(key));
    return numbered ? instructionsOf(Object.values(node), depth + 1) : instructionsOf(name);
  }
  return named(name, instructionsOf(textOf(text), depth + 1));
}

function textOf(text: unknown): unknown {
  return Array.isArray(text) ? text : plainLines(text, MAX_TEXT).join('\n');
}

/** A name that the text begins with, or that only counts, says nothing. */
function named(name: string, [first, ...rest]: string[]): string[] {
  if (first === undefined) return [];
  const isSaid = ONLY_A_NUMBER.test(name) || startsAlike(first, name);
  return [isSaid ? first : `${name.replace(/[\s:.]{1,20}$/, '')}: ${first}`, ...rest];
}

/** Themes cut the text of a step to make its name. */
function startsAlike(text: string, name: string): boolean {
  const start = name
    .replace(/(?:…|\.{1,3})$/, '')
    .trim()
    .toLowerCase();
  return text.toLowerCase().startsWith(start.slice(0, 60));
}
