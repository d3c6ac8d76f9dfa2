import { type CaseResult, groupsOf, type Summary, summary } from './results.ts';

/** Lines of text: which groups and which files changed against another run, as `before → now`. */
export function differences(
  before: readonly CaseResult[],
  now: readonly CaseResult[],
): readonly string[] {
  const names = new Set(before.map(({ name }) => name));
  const common = now.filter(({ name }) => names.has(name));
  const kept = new Set(common.map(({ name }) => name));
  const [old, fresh] = [groupsOf(before.filter(({ name }) => kept.has(name))), groupsOf(common)];
  return [
    `${common.length} files are in both runs`,
    ...[...fresh].flatMap(([name, group]) => {
      const changes = changed(summary(old.get(name) ?? []), summary(group));
      return changes === '' ? [] : [`${name}: ${changes}`];
    }),
    ...common.flatMap((result) => {
      const was = before.find(({ name }) => name === result.name);
      const changes = was === undefined ? '' : changed(summary([was]), summary([result]));
      return changes === ''
        ? []
        : [`  ${result.name} (${result.kind}, ${result.chain}): ${changes}`];
    }),
  ];
}

/** Times differ from run to run, so they alone are no change. */
const COMPARED = ['total', 'date', 'nip', 'lines', 'f1', 'products'] as const;

function changed(before: Summary, now: Summary): string {
  return COMPARED.filter((field) => before[field] !== now[field])
    .map((field) => `${field} ${before[field]} → ${now[field]}`)
    .join(', ');
}
