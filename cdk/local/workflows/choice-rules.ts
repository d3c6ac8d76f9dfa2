const COMPARISONS = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'];
const COMPARED = ['String', 'Numeric', 'Timestamp'];

const OPERATORS = new Set([
  ...COMPARED.flatMap((type) => COMPARISONS.flatMap((one) => [type + one, `${type}${one}Path`])),
  ...['BooleanEquals', 'BooleanEqualsPath', 'StringMatches'],
  ...['IsNull', 'IsPresent', 'IsNumeric', 'IsString', 'IsBoolean', 'IsTimestamp'],
  ...['Variable', 'Next', 'Comment', 'And', 'Or', 'Not'],
]);

/** The fields of a choice's rule, those of the rules inside it too, that nothing here understands. */
export function unknownOperators(rule: object): string[] {
  return Object.entries(rule).flatMap(([field, value]) => {
    if (!OPERATORS.has(field)) return [field];
    const inner = ['And', 'Or', 'Not'].includes(field) ? [value].flat() : [];
    return inner.flatMap((one) =>
      typeof one === 'object' && one !== null ? unknownOperators(one) : [],
    );
  });
}
