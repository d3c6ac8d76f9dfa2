import type { AlarmConfig } from './alarm-config.ts';

/** Metrics of AWS's services that the local target measures, by namespace. */
const MEASURED: Readonly<Record<string, readonly string[]>> = {
  'AWS/Lambda': ['Errors', 'Throttles'],
  'AWS/SQS': ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'],
  'AWS/States': ['ExecutionsFailed', 'ExecutionsAborted', 'ExecutionsTimedOut'],
  'AWS/ApiGateway': ['Count', '5XXError'],
};

const SHARED = 'functions are threads of one process, whose memory and processors they share';
const MACHINE =
  'Postgres is a process among others; processor and memory are those of this machine';

/** Metrics that say nothing here, by namespace or with their name behind it, and why. */
const UNKNOWABLE: Readonly<Record<string, string>> = {
  'AWS/RDS': MACHINE,
  'FoodSave MemoryUsedPercent': SHARED,
  'FoodSave ProcessorTime': SHARED,
  'FoodSave ProcessorOffered': SHARED,
};

/** An alarm that is never evaluated on this machine. */
export interface NeverEvaluated {
  readonly name: string;
  readonly why: string;
}

/**
 * Parts alarms into those that can be evaluated here and those that cannot.
 * @throws for a metric of AWS that is in neither table: such an alarm would look like one that is quiet
 */
export function partAlarms(alarms: readonly AlarmConfig[]): {
  readonly evaluated: readonly AlarmConfig[];
  readonly never: readonly NeverEvaluated[];
} {
  const evaluated: AlarmConfig[] = [];
  const never: NeverEvaluated[] = [];
  for (const alarm of alarms) {
    const [why] = [...alarm.measures.values()].flatMap(({ metric }) => reasonOf(alarm, metric));
    if (why === undefined) evaluated.push(alarm);
    else never.push({ name: alarm.name, why });
  }
  return { evaluated, never };
}

/** None where the metric is measured: by the target itself, or as functions print it. */
function reasonOf(
  alarm: AlarmConfig,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): string[] {
  const unknowable = UNKNOWABLE[namespace] ?? UNKNOWABLE[`${namespace} ${name}`];
  if (unknowable !== undefined) return [unknowable];
  const isPrinted = !namespace.startsWith('AWS/');
  if (isPrinted || MEASURED[namespace]?.includes(name)) return [];
  throw new Error(`${alarm.name}: the local target does not measure ${namespace} ${name}`);
}
