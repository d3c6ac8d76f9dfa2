import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { styleText } from 'node:util';
import { CommandError, runCommand } from '#cdk/command.ts';
import { LANGUAGE } from './api.ts';
import { dataFile, isRunning } from './connection.ts';
import { readLogLine } from './logs/log-line.ts';
import { isWanted, readLogOptions } from './logs/log-options.ts';
import { LogTail } from './logs/log-tail.ts';
import { logText, type Paint } from './logs/log-text.ts';
import { LOG_WORDS } from './logs/log-words.ts';

const words = LOG_WORDS[LANGUAGE];
/** Without `--since` so many lines of before are shown. */
const SHOWN_BEFORE = 20;
const LOOK_MS = 250;

/** Only where somebody looks: not into a pipe or a file, and not with NO_COLOR. */
const paint: Paint = (colour, text) => styleText(colour, text, { stream: process.stdout });

/** `npm run logs`: what the functions wrote, and, while the system runs, what they write. */
await runCommand(async () => {
  const options = readLogOptions(process.argv.slice(3), Date.now());
  if (options === 'help') return console.log(words.usage);
  const path = dataFile('functions.log');
  if (!existsSync(path)) throw new CommandError(words.none(path));
  const interrupted = untilInterrupted();
  const tail = new LogTail(path);
  const wanted = (lines: readonly string[]) =>
    lines.map(readLogLine).filter((line) => isWanted(line, options));
  const show = (lines: ReturnType<typeof wanted>) => {
    for (const line of lines) console.log(logText(line, paint));
  };
  const before = wanted([...tail.older(), ...tail.newLines()]);
  show(options.since === undefined ? before.slice(-SHOWN_BEFORE) : before);
  while (isRunning() && !interrupted.aborted) {
    await pause(LOOK_MS, undefined, { signal: interrupted }).catch(() => undefined);
    show(wanted(tail.newLines()));
  }
  tail.close();
  if (!interrupted.aborted) console.error(words.idle(path));
});

/** Aborted by Ctrl-C, and when nobody reads any more (`| head`). */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.stdout.on('error', () => controller.abort());
  return controller.signal;
}
