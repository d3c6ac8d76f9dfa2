import { readFileSync } from 'node:fs';

/** Megabytes a process holds (`VmRSS`) or has held at most (`VmHWM`); of Linux only. */
export function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s*(\\d+) kB`).exec(status)?.[1]) / 1024);
}
