/** One line of a sample. */
export interface ParsedSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ParsedFamily {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly ParsedSample[];
}

const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*/;
const VALUE = /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|\+Inf|-Inf|NaN)$/;

/**
 * Parses Prometheus' text format 0.0.4 and throws at whatever a scraper could stumble over, and some
 * more: every family has one HELP and one TYPE, before its samples, which stand together; no series is
 * there twice; counters are finite and not negative, and end in `_total`; the buckets of a histogram grow
 * and end in `+Inf`, which is its count, with its sum.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function parsePrometheus(text: string): Map<string, ParsedFamily> {
  if (text !== '' && !text.endsWith('\n')) throw new Error('The last line does not end');
  const families = new Map<string, { help?: string; type?: string; samples: ParsedSample[] }>();
  const series = new Set<string>();
  let current = '';
  for (const line of text.split('\n').slice(0, -1)) {
    if (/[\r\t]/.test(line) || line !== line.trim()) throw new Error(`Stray white space: ${line}`);
    if (line.startsWith('#')) {
      const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
      if (kind === undefined || NAME.exec(name)?.[0] !== name)
        throw new Error(`No comment of ours: ${line}`);
      if (kind === 'HELP') {
        if (families.has(name)) throw new Error(`HELP twice, or not first: ${name}`);
        families.set(name, { help: unescaped(rest, 'n\\'), samples: [] });
      } else {
        const family = families.get(name);
        if (family === undefined || name !== current) throw new Error(`TYPE without HELP: ${name}`);
        if (family.type !== undefined || !TYPES.includes(rest)) throw new Error(`TYPE: ${line}`);
        family.type = rest;
      }
      current = name;
      continue;
    }
    const sample = parseSample(line);
    const family = families.get(current);
    if (family?.type === undefined) throw new Error(`A sample before its TYPE: ${line}`);
    if (!belongs(sample.name, current, family.type)) throw new Error(`Not of ${current}: ${line}`);
    const key = JSON.stringify([sample.name, Object.entries(sample.labels).sort()]);
    if (series.has(key)) throw new Error(`A series twice: ${line}`);
    series.add(key);
    family.samples.push(sample);
  }
  return new Map([...families].map(([name, family]) => [name, checked(name, family)]));
}

function parseSample(line: string): ParsedSample {
  const name = NAME.exec(line)?.[0];
  if (name === undefined) throw new Error(`No name: ${line}`);
  let rest = line.slice(name.length);
  const labels: Record<string, string> = {};
  if (rest.startsWith('{')) {
    rest = rest.slice(1);
    while (!rest.startsWith('}')) {
      const label = LABEL.exec(rest)?.[0];
      if (label === undefined || Object.hasOwn(labels, label)) throw new Error(`Label: ${line}`);
      rest = rest.slice(label.length);
      const quoted = /^="((?:[^"\\]|\\.)*)"/.exec(rest);
      if (quoted === null) throw new Error(`Value of ${label}: ${line}`);
      labels[label] = unescaped(quoted[1] ?? '', 'n\\"');
      rest = rest.slice(quoted[0].length);
      if (rest.startsWith(',')) rest = rest.slice(1);
      else if (!rest.startsWith('}')) throw new Error(`Between labels: ${line}`);
    }
    rest = rest.slice(1);
  }
  if (!rest.startsWith(' ') || !VALUE.test(rest.slice(1))) throw new Error(`Value: ${line}`);
  return { name, labels, value: numberOf(rest.slice(1)) };
}

function numberOf(text: string): number {
  if (text.endsWith('Inf')) return text.startsWith('-') ? -Infinity : Infinity;
  return Number(text);
}

/** @param escapes what may stand behind a backslash */
function unescaped(text: string, escapes: string): string {
  return text.replaceAll(/\\(.?)/gs, (_, sign: string) => {
    if (sign === '' || !escapes.includes(sign)) throw new Error(`Escape \\${sign} in ${text}`);
    return sign === 'n' ? '\n' : sign;
  });
}

function belongs(sample: string, family: string, type: string): boolean {
  if (type !== 'histogram') return sample === family;
  return ['_bucket', '_sum', '_count'].some((suffix) => sample === family + suffix);
}

function checked(
  name: string,
  { help, type, samples }: { help?: string; type?: string; samples: ParsedSample[] },
): ParsedFamily {
  if (help === undefined || type === undefined) throw new Error(`${name} has no TYPE`);
  if (type === 'counter') {
    if (!name.endsWith('_total')) throw new Error(`A counter ends in _total: ${name}`);
    const odd = samples.find(({ value }) => !(value >= 0 && Number.isFinite(value)));
    if (odd !== undefined) throw new Error(`A counter of ${odd.value}: ${name}`);
  }
  if (type === 'histogram') checkHistogram(name, samples);
  return { name, type, help, samples };
}

function checkHistogram(name: string, samples: readonly ParsedSample[]): void {
  const groups = Map.groupBy(samples, ({ labels: { le: _, ...labels } }) =>
    JSON.stringify(Object.entries(labels).sort()),
  );
  for (const [labels, group] of groups) {
    const what = `${name} ${labels}`;
    const of = (suffix: string) => group.filter((sample) => sample.name === name + suffix);
    const buckets = of('_bucket').map(({ labels: { le = '' }, value }) => {
      if (!VALUE.test(le)) throw new Error(`le="${le}": ${what}`);
      return { upper: numberOf(le), value };
    });
    for (const [at, { upper, value }] of buckets.entries()) {
      const before = buckets[at - 1];
      if (before && !(upper > before.upper && value >= before.value))
        throw new Error(`Buckets: ${what}`);
    }
    const [count, ...counts] = of('_count');
    const sums = of('_sum');
    if (count === undefined || counts.length > 0 || sums.length !== 1)
      throw new Error(`Sum and count: ${what}`);
    if ([...sums, count].some((sample) => 'le' in sample.labels)) throw new Error(`le: ${what}`);
    const last = buckets.at(-1);
    if (last?.upper !== Infinity || last.value !== count.value) throw new Error(`+Inf: ${what}`);
  }
}
