import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that a process and all that it started hold, each by what it has for itself (Linux only, else 0). */
export function memoryOf(pid: number): number {
  return sumOfTree(pid, ownMb);
}

/**
 * Seconds of processor, user and system, that a process and all that it started have taken, ended ones
 * included (Linux only, else 0).
 */
export function processorSecondsOf(pid: number): number {
  return sumOfTree(pid, ownProcessorSeconds);
}

function sumOfTree(root: number, own: (id: number) => number): number {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const sum = (id: number): number =>
    own(id) + (children.get(id) ?? []).reduce((all, child) => all + sum(child.id), 0);
  return sum(root);
}

function processes(): { readonly id: number; readonly parent: number }[] {
  return numbersIn('/proc').flatMap((id) => {
    const [, parent] = statOf(id);
    return parent === undefined ? [] : [{ id, parent: Number(parent) }];
  });
}

function ownMb(id: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

/** Linux counts in hundredths of a second, whatever its own clock. */
const TICKS = 100;

function ownProcessorSeconds(id: number): number {
  // utime, stime, and those of children that have ended and were waited for: fields 14 to 17.
  const times = statOf(id).slice(11, 15);
  return times.reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}

/** The fields of a process from its state on. Its name stands in brackets before and may hold anything. */
function statOf(id: number): string[] {
  const text = textOf(`/proc/${id}/stat`);
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder).map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** A process may end while it is looked at. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
