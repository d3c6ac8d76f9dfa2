import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes that a process and all that it started hold, each by what it has for itself (Linux only, else 0). */
export function memoryOf(pid: number): number {
  const children = Map.groupBy(processes(), ({ parent }) => parent);
  const sum = (id: number): number =>
    ownMb(id) + (children.get(id) ?? []).reduce((all, child) => all + sum(child.id), 0);
  return sum(pid);
}

function processes(): { readonly id: number; readonly parent: number }[] {
  return numbersIn('/proc').flatMap((id) => {
    // The name stands in brackets and may hold anything: what follows the last one counts.
    const parent = /.*\) \w (\d+)/s.exec(textOf(`/proc/${id}/stat`))?.[1];
    return parent === undefined ? [] : [{ id, parent: Number(parent) }];
  });
}

function ownMb(id: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) / 1024;
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
