/** The names of metrics and of labels in an expression of PromQL, as far as our dashboards use it. */
export function namesInPromql(expression: string): {
  readonly metrics: string[];
  readonly labels: string[];
} {
  const plain = expression.replaceAll(/"[^"]*"/g, '""').replaceAll(/\[[^\]]*\]/g, '');
  const lists = [...plain.matchAll(/\bby \(([^)]*)\)|\{([^}]*)\}/g)];
  const labels = lists.flatMap(([, by = '', matchers = '']) =>
    `${by},${matchers}`.split(',').flatMap((part) => /[a-z_]+/.exec(part) ?? []),
  );
  // What a parenthesis follows is a function or an aggregation.
  const rest = plain.replaceAll(/\bby \([^)]*\)|\{[^}]*\}/g, ' ');
  const metrics = [...rest.matchAll(/[a-z_]+(?![a-z_]|\s*\()/g)].map(([name]) => name);
  return { metrics, labels };
}
