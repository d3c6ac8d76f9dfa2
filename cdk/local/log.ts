import { createWriteStream, existsSync, renameSync, statSync } from 'node:fs';

const MAX_BYTES = 20 * 1024 * 1024;
const ERROR_LINE = /"level":"(ERROR|CRITICAL)"/;

/**
 * Keeps every line the functions print, in a file that starts over at 20 MB with one predecessor.
 * Lines about failures also go to the terminal.
 */
export function openLog(path: string, level: string) {
  if (existsSync(path) && statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`);
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  const loud = level === 'DEBUG' || level === 'TRACE';
  return {
    line(functionName: string, requestId: string, line: string): void {
      const entry = line.startsWith('{')
        ? line
        : JSON.stringify({ function: functionName, requestId, message: line });
      file.write(`${entry}\n`);
      if (loud || (level !== 'SILENT' && ERROR_LINE.test(line))) {
        console.error(`${functionName}: ${line}`);
      }
    },
    close: () => new Promise<void>((resolve) => file.end(resolve)),
  };
}
