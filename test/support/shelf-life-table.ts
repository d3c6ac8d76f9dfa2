import { fairSpans, namedFood } from './named-food.ts';

const HEAD = `# Shelf lives by food and state

What a lot gets that is added by hand under the name alone: the cautious end of its span, counted from today. *source* is \`expires.source\`; *by* is the word of state that chose the rule, else the rule is the product's. *fair* is the span that people who had not seen the rules wrote down for the food.

Written by \`npm run docs:shelf-life\` from \`test/data/expiry\`; a test holds it to the rules. How the rules relate to FoodKeeper is in \`shared/expiry/data/README.md\`.
`;

const COLUMNS =
  '| food | kept in | days | date | source | by | fair |\n|---|---|---|---|---|---|---|\n';

/** The text of docs/shelf-life.md. */
export function shelfLifeTable(): string {
  const foods = fairSpans('foods.jsonl');
  return [
    HEAD,
    `## ${foods.length} foods that somebody else listed\n\n${COLUMNS}${rows(foods)}`,
    `## Others, written beside the rules\n\n${COLUMNS}${rows(fairSpans('states.jsonl'))}`,
  ].join('\n');
}

function rows(foods: ReturnType<typeof fairSpans>): string {
  return foods
    .map(({ name, minDays, maxDays }) => {
      const { place, days, kind, source, by } = namedFood(name);
      const kept = Number.isFinite(days) ? `${days}` : 'never expires';
      const date = Number.isFinite(days) ? kind : '–';
      const fair = maxDays === null ? `${minDays} and more` : `${minDays}–${maxDays}`;
      return `| ${name} | ${place} | ${kept} | ${date} | ${source} | ${by ?? ''} | ${fair} |\n`;
    })
    .join('');
}
