import type { LogLine } from '../logs/log-line.ts';

/** A function that took part in a request, or a step of one. */
export interface TraceNode {
  readonly kind: 'function' | 'step';
  readonly id: string;
  readonly parentId: string | undefined;
  readonly name: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly ms: number;
  readonly queries: number;
  readonly queryMs: number;
  readonly modelCalls: number;
  readonly modelMs: number;
  /** How long it lay in a queue before. */
  readonly waitMs: number | undefined;
  readonly failed: boolean;
  /** Still at work when its function was told to end. */
  readonly unfinished: boolean;
  readonly isCold: boolean;
  /** In the order in which they began. */
  readonly children: TraceNode[];
}

/** What became of a request: functions and their steps, each below what caused it. */
export function traceTree(lines: readonly LogLine[]): TraceNode[] {
  const nodes = lines.flatMap(nodesOf).toSorted((a, b) => a.start - b.start);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const roots: TraceNode[] = [];
  for (const node of nodes) {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
    // The parent of a root is the client's, or belongs to an invocation that was killed.
    (parent === undefined || parent === node ? roots : parent.children).push(node);
  }
  return roots;
}

function nodesOf(line: LogLine): TraceNode[] {
  const { trace } = line;
  if (trace === undefined) return [];
  const { spanId, parentId, start, ms, queries = 0, queryMs = 0, waitMs } = trace;
  const { modelCalls = 0, modelMs = 0 } = trace;
  const whole: TraceNode = {
    ...{ kind: 'function', id: spanId, parentId, name: nameOf(line), start, ms },
    ...{ queries, queryMs, modelCalls, modelMs, waitMs, children: [] },
    failed: line.level === 'ERROR',
    unfinished: false,
    isCold: line.coldStart === true,
  };
  const steps = trace.spans.map((span): TraceNode => {
    const { id, parentId: above, name, at, failed = false, unfinished = false } = span;
    return {
      ...{ kind: 'step', id, parentId: above, name, start: start + at, ms: span.ms },
      ...{ queries: span.queries ?? 0, queryMs: span.queryMs ?? 0, modelCalls: 0, modelMs: 0 },
      ...{ waitMs: undefined, failed, unfinished, isCold: false, children: [] },
    };
  });
  return [whole, ...steps];
}

function nameOf({ service, method, route, status }: LogLine): string {
  return [service, method, route, status].filter((part) => part !== undefined).join(' ');
}
