import { clockTime } from '../logs/log-text.ts';
import type { TraceNode } from './trace-tree.ts';
import type { TraceWords } from './trace-words.ts';

interface Row {
  readonly label: string;
  readonly node: TraceNode;
}

/** The tree of a request: when each part began, counted from the first, how long it took, and what it asked. */
export function traceText(
  requestId: string,
  roots: readonly TraceNode[],
  words: TraceWords,
): string {
  const rows = roots.flatMap((root) => rowsOf(root, '', ''));
  const width = Math.max(...rows.map(({ label }) => label.length));
  const began = Math.min(...rows.map(({ node }) => node.start));
  return [
    heading(requestId, rows, began, words),
    '',
    ...rows.map(({ label, node }) => {
      const times = [
        `+${shortTime(node.start - began)}`.padStart(9),
        shortTime(node.ms).padStart(9),
      ];
      return [label.padEnd(width), ...times, ...notesOf(node, words)].join('  ').trimEnd();
    }),
  ].join('\n');
}

function rowsOf(node: TraceNode, before: string, below: string): Row[] {
  const last = node.children.length - 1;
  const children = node.children.flatMap((child, at) =>
    at === last
      ? rowsOf(child, `${below}└─ `, `${below}   `)
      : rowsOf(child, `${below}├─ `, `${below}│  `),
  );
  return [{ label: `${before}${node.name}`, node }, ...children];
}

function heading(
  requestId: string,
  rows: readonly Row[],
  began: number,
  words: TraceWords,
): string {
  const functions = rows.map(({ node }) => node).filter(({ kind }) => kind === 'function');
  const sum = (of: (node: TraceNode) => number) =>
    functions.reduce((total, node) => total + of(node), 0);
  const ended = Math.max(...rows.map(({ node }) => node.start + node.ms));
  const modelCalls = sum((node) => node.modelCalls);
  return [
    words.request(requestId, clockTime(began), shortTime(ended - began)),
    words.functions(functions.length),
    words.queries(
      sum((node) => node.queries),
      shortTime(sum((node) => node.queryMs)),
    ),
    ...(modelCalls > 0 ? [words.models(modelCalls, shortTime(sum((node) => node.modelMs)))] : []),
  ].join(', ');
}

function notesOf(node: TraceNode, words: TraceWords): string[] {
  const { queries, queryMs, waitMs } = node;
  return [
    (queries > 0 ? words.queries(queries, shortTime(queryMs)) : '').padEnd(16),
    ...(waitMs === undefined ? [] : [words.waited(shortTime(waitMs))]),
    ...(node.isCold ? [words.cold] : []),
    ...(node.failed ? [words.failed] : []),
    ...(node.unfinished ? [words.unfinished] : []),
  ];
}

/** Three figures are enough to compare by. */
function shortTime(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
