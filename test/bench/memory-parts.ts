/** What holds the resident memory of a Node process, by its mappings. */
export type MemoryPart =
  | 'programs and libraries'
  | 'malloc, main pool'
  | 'malloc, pools of threads'
  | 'WebAssembly and large blocks'
  | 'heaps of V8, stacks, small blocks';

/** glibc lays a pool of its own for a thread at multiples of this, and makes it no larger. */
const POOL = 64n * 1024n ** 2n;
const LARGE = 16n * 1024n ** 2n;

const HEADING = /^([0-9a-f]+)-([0-9a-f]+) \S+ \S+ \S+ \S+ *(.*)$/;

/**
 * Resident bytes by part.
 * @param smaps the text of `/proc/<pid>/smaps`
 */
export function memoryParts(smaps: string): Map<MemoryPart, number> {
  const parts = new Map<MemoryPart, number>();
  let part: MemoryPart | undefined;
  for (const line of smaps.split('\n')) {
    const heading = HEADING.exec(line);
    if (heading !== null) {
      const [from, to] = [BigInt(`0x${heading[1]}`), BigInt(`0x${heading[2]}`)];
      part = partOf(heading[3] ?? '', from, to - from);
    } else if (part !== undefined && line.startsWith('Rss:')) {
      // In kilobytes: `Rss:                 124 kB`.
      const bytes = Number.parseInt(line.slice('Rss:'.length), 10) * 1024;
      parts.set(part, (parts.get(part) ?? 0) + bytes);
    }
  }
  return parts;
}

function partOf(name: string, from: bigint, size: bigint): MemoryPart {
  if (name === '[heap]') return 'malloc, main pool';
  if (name.startsWith('/')) return 'programs and libraries';
  if (from % POOL === 0n && size <= POOL) return 'malloc, pools of threads';
  return size >= LARGE ? 'WebAssembly and large blocks' : 'heaps of V8, stacks, small blocks';
}
