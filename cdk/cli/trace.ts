import { existsSync } from 'node:fs';
import { CommandError, runCommand, UsageError } from '#cdk/command.ts';
import { isRequestId } from '#shared/telemetry/trace-context.ts';
import { LANGUAGE } from './api.ts';
import { dataFile } from './connection.ts';
import { readLogLine } from './logs/log-line.ts';
import { LogTail } from './logs/log-tail.ts';
import { traceText } from './trace/trace-text.ts';
import { traceTree } from './trace/trace-tree.ts';
import { TRACE_WORDS } from './trace/trace-words.ts';

const words = TRACE_WORDS[LANGUAGE];
const LOUD = new Set(['WARN', 'ERROR', 'CRITICAL']);

/** `npm run trace -- ID`: the tree of a request, from the log that `npm start` keeps. */
await runCommand(async () => {
  const args = process.argv.slice(3);
  if (args.includes('--help') || args.includes('-h')) return console.log(words.usage);
  const id = readId(args);
  const path = dataFile('functions.log');
  if (!existsSync(path)) throw new CommandError(words.none(path));
  const tail = new LogTail(path);
  const lines = [...tail.older(), ...tail.newLines()]
    .filter((line) => line.includes(id))
    .map(readLogLine)
    .filter(({ requestId }) => requestId === id);
  tail.close();
  const roots = traceTree(lines);
  if (roots.length === 0) throw new CommandError(words.unknown(id, path));
  console.log(traceText(id, roots, words));
  const loud = lines.filter(({ level, trace }) => trace === undefined && LOUD.has(level)).length;
  if (loud > 0) console.log(`\n${words.alsoSaid(loud, id)}`);
});

function readId([id, ...more]: readonly string[]): string {
  if (id === undefined) throw new UsageError(`${words.which}\n\n${words.usage}`);
  if (more.length > 0) throw new UsageError(`${words.more}\n\n${words.usage}`);
  if (!isRequestId(id)) throw new UsageError(`${words.badId(id)}\n\n${words.usage}`);
  return id;
}
