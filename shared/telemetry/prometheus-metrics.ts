/** Values of a label: a closed set, or `named`: names of ours, such as routes and functions, of which there are few. */
type LabelValues = readonly string[] | 'named';

interface MetricSpec {
  readonly help: string;
  readonly labels: Readonly<Record<string, LabelValues>>;
}
export interface CounterSpec extends MetricSpec {
  readonly type: 'counter';
}
export interface GaugeSpec extends MetricSpec {
  readonly type: 'gauge';
}
export interface HistogramSpec extends MetricSpec {
  readonly type: 'histogram';
  /** Upper bounds in seconds, growing; one without bound comes on top. */
  readonly buckets: readonly number[];
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const STATUSES = [
  ...['200', '201', '202', '204', '302', '304', '400', '401', '403', '404', '405', '406', '409'],
  ...['410', '412', '413', '415', '422', '428', '429', '500', '502', '503', '504'],
];

/**
 * Every metric of `GET /metrics`, by its name in Prometheus. What must ring an alarm is in
 * metric-names.ts too: CloudWatch bills each series, and alarms see no labels.
 */
export const PROMETHEUS_METRICS = {
  http_requests_total: {
    type: 'counter',
    help: 'Requests that reached an endpoint, by the template of their route; what the gateway itself refused is not among them.',
    labels: { method: METHODS, endpoint: 'named', status: STATUSES },
  },
  http_request_duration_seconds: {
    type: 'histogram',
    help: 'Time of requests in their endpoint, without streams of events, which last as long as somebody listens.',
    labels: { method: METHODS, endpoint: 'named' },
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
  },
  memory_usage_bytes: {
    type: 'gauge',
    help: 'Resident memory of the instance of a function that said so last.',
    labels: { function: 'named' },
  },
  agent_requests_total: {
    type: 'counter',
    help: 'Questions of the chat to its agents, by what came of them; refused: its breaker was open.',
    labels: { agent: 'named', outcome: ['answered', 'failed', 'abandoned', 'refused'] },
  },
  agent_duration_seconds: {
    type: 'histogram',
    help: 'Time from a question to the last event of an agent’s answer.',
    labels: { agent: 'named' },
    buckets: [0.1, 0.25, 0.5, 1, 2, 5, 10, 25],
  },
  db_pool_connections: {
    type: 'gauge',
    help: 'Connections to Postgres of the instance of a function that borrowed one last.',
    labels: { function: 'named', state: ['used', 'idle'] },
  },
  db_query_duration_seconds: {
    type: 'histogram',
    help: 'Time of statements sent to Postgres, those that failed included.',
    labels: {},
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  },
  circuit_breaker_state: {
    type: 'gauge',
    help: 'Breakers of dependencies: 0 closed, 1 half-open, 2 open.',
    labels: { breaker: 'named' },
  },
  queue_depth: {
    type: 'gauge',
    help: 'Messages that wait in a queue; SQS counts approximately.',
    labels: { queue: 'named' },
  },
  llm_tokens_total: {
    type: 'counter',
    help: 'Tokens of language models, those of failed requests included.',
    labels: { model: 'named', direction: ['input', 'output'] },
  },
  ocr_pages_total: {
    type: 'counter',
    help: 'Pages that were read as pictures.',
    labels: { kind: ['receipt', 'document'] },
  },
  cache_hits_total: {
    type: 'counter',
    help: 'Questions that a cache answered.',
    labels: { cache: ['weather', 'model-answers'] },
  },
  cache_misses_total: {
    type: 'counter',
    help: 'Questions that a cache did not answer, as it had nothing or was away.',
    labels: { cache: ['weather', 'model-answers'] },
  },
  metrics_lost_total: {
    type: 'counter',
    help: 'Changes of these metrics that Redis may not have got.',
    labels: {},
  },
  redis_up: {
    type: 'gauge',
    help: 'Whether Redis, which has the counters, answered just now; without it they are not shown.',
    labels: {},
  },
} as const satisfies Readonly<Record<string, CounterSpec | GaugeSpec | HistogramSpec>>;

type Metrics = typeof PROMETHEUS_METRICS;
export type PrometheusName = keyof Metrics;
type NamesOf<Type extends string> = {
  [Name in PrometheusName]: Metrics[Name] extends { readonly type: Type } ? Name : never;
}[PrometheusName];
export type CounterName = NamesOf<'counter'>;
export type GaugeName = NamesOf<'gauge'>;
export type HistogramName = NamesOf<'histogram'>;

/** A value for each label of a metric. */
export type LabelsOf<Name extends PrometheusName> = Readonly<
  Record<keyof Metrics[Name]['labels'] & string, string>
>;

/** The metric of that name, as the widest of its kind. */
export function metricSpec(name: PrometheusName): CounterSpec | GaugeSpec | HistogramSpec {
  return PROMETHEUS_METRICS[name];
}

export function isPrometheusName(name: string): name is PrometheusName {
  return Object.hasOwn(PROMETHEUS_METRICS, name);
}
