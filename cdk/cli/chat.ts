import { createInterface } from 'node:readline/promises';
import { CommandError, runCommand } from '#cdk/command.ts';
import { LANGUAGE, openApi } from './api.ts';
import { Talk } from './chat-talk.ts';
import { commandOf, WORDS } from './chat-words.ts';
import { readConnection } from './connection.ts';

const words = WORDS[LANGUAGE];

/**
 * `npm run chat`: talks with the assistant of the running system, line by line, until `/quit` or the end
 * of the input; `npm run chat -- "co na obiad?"` asks once.
 */
await runCommand(async () => {
  const talk = new Talk(openApi(readConnection()), words, (text) => process.stdout.write(text));
  const once = process.argv.slice(3).join(' ').trim();
  if (once !== '') return await talk.say(once);
  console.log(words.hello);
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  lines.prompt();
  for await (const line of lines) {
    if (commandOf(line.trim()) === 'quit') break;
    // What one message is refused for ends no talk.
    await take(talk, line.trim()).catch((error: unknown) => {
      if (!(error instanceof CommandError)) throw error;
      console.log(error.message);
    });
    lines.prompt();
  }
  lines.close();
});

async function take(talk: Talk, line: string): Promise<void> {
  if (line === '') return;
  if (!line.startsWith('/')) return await talk.say(line);
  const command = commandOf(line);
  if (command === 'confirm') console.log(await talk.confirm());
  else if (command === 'reject') console.log(await talk.reject());
  else if (command === 'undo') console.log(await talk.undo());
  else if (command === 'new') {
    talk.begin();
    console.log(words.fresh);
  } else console.log(words.unknown);
}
