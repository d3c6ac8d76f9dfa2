import words from './data/words.json' with { type: 'json' };
import { englishStems } from './inflect-english.ts';
import { isForm, polishStems } from './inflect-polish.ts';
import type { Entry } from './lexicon-row.ts';
import { type Part, unknownOf } from './parts.ts';
import type { Finding } from './read-food.ts';
import { foldWord } from './tokens.ts';

/** What a dish is called while it is being made: `wyrób ciasto`, `simmer the soup`. */
const STAGES = [
  ...words.stages.pl.map((word) => polishStems(word)),
  ...words.stages.en.map((word) => englishStems(word)),
];
/** One line is a name, two are the beginning of a list. */
const MIN_LINES = 2;

/**
 * A recipe's prose without what its list of ingredients settles. That a dish has something in some
 * kitchens (nuts in a strudel, egg in a soup) is said of dishes nobody wrote down; where each line of the
 * list is known food, what this one has stands in the list. So the title and the names of the dish in
 * the steps bring no `may` of their own. What they bring for certain stays, for a list may be
 * careless (`pierogi` of “dough”), and so does what steps name besides (`podawaj z kiełbasą`).
 */
export function settledByList(
  lines: readonly Part[],
  title: readonly Part[],
  steps: readonly Part[],
): Part[] {
  const count = new Set(lines.map(({ ingredient }) => ingredient)).size;
  if (count < MIN_LINES || unknownOf(lines, count).length > 0) return [...title, ...steps];
  const dish = new Set(
    title.flatMap(({ reading }) => reading.named.map(({ match }) => match.entry)),
  );
  return [
    ...title.map((part) => without(part, () => true)),
    ...steps.map((part) => without(part, (finding) => isDish(finding, dish))),
  ];
}

function isDish({ entry, words: named }: Finding, dish: ReadonlySet<Entry>): boolean {
  return dish.has(entry) || STAGES.some((stems) => isForm(foldWord(named), stems));
}

/** What a claim, a quote or a misspelling has lowered to `may` is not usual but meant: it stays. */
function without(part: Part, isSettled: (finding: Finding) => boolean): Part {
  const findings = part.reading.findings.filter((finding) => {
    const isUsual =
      finding.level === 'may-contain' && finding.entry.may.includes(finding.substance);
    return !(isUsual && isSettled(finding));
  });
  return { ...part, reading: { ...part.reading, findings } };
}
