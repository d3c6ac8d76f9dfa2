import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CommandError, runCommand } from '#cdk/command.ts';
import { readConnection, readCredentials } from './connection.ts';

/** `npm run invoke -- <function> [event.json]`: one function, by default with its sample event. */
await runCommand(async () => {
  const [name, file] = process.argv.slice(3);
  if (name === undefined) throw new CommandError('Which function? npm run invoke -- health');
  const path = file ?? resolve(import.meta.dirname, `../../events/${name}.json`);
  const event = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be read (${cause.code}).`, { cause });
  });
  const lambda = new LambdaClient({
    region: 'eu-central-1',
    endpoint: readConnection().endpoints.LAMBDA ?? '',
    credentials: readCredentials(),
  });
  const reply = await lambda.send(new InvokeCommand({ FunctionName: name, Payload: event }));
  if (reply.FunctionError !== undefined) process.exitCode = 1;
  console.log(Buffer.from(reply.Payload ?? []).toString());
});
