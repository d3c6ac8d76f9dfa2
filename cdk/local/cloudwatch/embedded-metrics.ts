import * as z from 'zod/mini';
import type { DataPoint } from './metric.ts';

const Directive = z.object({
  Namespace: z.string().check(z.minLength(1)),
  Dimensions: z.array(z.array(z.string())),
  Metrics: z.array(z.object({ Name: z.string(), Unit: z.optional(z.string()) })),
});
const Line = z.looseObject({
  _aws: z.object({ Timestamp: z.int(), CloudWatchMetrics: z.array(Directive) }),
});
/** A list is as many measurements of one moment. */
const Values = z.union([z.number(), z.array(z.number())]);

/**
 * What CloudWatch would read of a line that a function prints (embedded metric format): a value of every
 * metric for every set of dimensions. Other lines, and targets that the line lacks, measure nothing.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetrics(line: string): DataPoint[] {
  // Most lines have none, and are not worth parsing.
  if (!line.startsWith('{') || !line.includes('"_aws"')) return [];
  const parsed = Line.safeParse(jsonOf(line));
  if (!parsed.success) return [];
  const { _aws, ...fields } = parsed.data;
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => {
      const dimensions = dimensionsOf(names, fields);
      if (dimensions === undefined) return [];
      return Metrics.flatMap(({ Name }) => {
        const metric = { namespace: Namespace, name: Name, dimensions };
        const values = Values.safeParse(fields[Name]);
        const measured = values.success ? [values.data].flat() : [];
        return measured.map((value) => ({ metric, value, at: _aws.Timestamp }));
      });
    }),
  );
}

function dimensionsOf(
  names: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): Record<string, string> | undefined {
  const dimensions: Record<string, string> = {};
  for (const name of names) {
    const value = fields[name];
    if (typeof value !== 'string') return undefined;
    dimensions[name] = value;
  }
  return dimensions;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // a function may print what it likes
  }
}
