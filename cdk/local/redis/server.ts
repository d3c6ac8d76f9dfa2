import { timingSafeEqual } from 'node:crypto';
import { createClient } from 'redis';
import * as z from 'zod/mini';
import { CommandError } from '#cdk/command.ts';
import { type Listener, listen, readBody } from '#cdk/local/http/listen.ts';
import { reasonOf } from '#cdk/local/reason-of.ts';
import { EmbeddedStore, type RedisReply } from './embedded-store.ts';

const Word = z.union([z.string(), z.number(), z.boolean()]);
const Command = z.array(Word).check(z.minLength(1));
const Commands = z.array(Command);

const MAX_REQUEST_BYTES = 1024 * 1024;

interface Backend {
  /** Runs commands in order; one that fails does not stop the others. */
  execute(command: string[]): Promise<RedisReply>;
  /** Runs commands atomically, isolated from others. */
  transaction(commands: string[][]): Promise<RedisReply[]>;
  close(): Promise<void>;
}

/** Serves Upstash's REST form over the embedded store, or over any Redis at `redisUrl`. */
export async function startRedis(options: {
  port: number;
  token: string;
  redisUrl: string | undefined;
}): Promise<Listener> {
  const backend = options.redisUrl === undefined ? embedded() : await connected(options.redisUrl);
  const expected = Buffer.from(`Bearer ${options.token}`);
  const listener = await listen(options.port, async (request, response) => {
    const encode =
      request.headers['upstash-encoding'] === 'base64' ? base64 : (reply: RedisReply) => reply;
    const reply = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      reply(401, { error: 'Unauthorized' });
      return;
    }
    const one = (command: string[]) =>
      backend.execute(command).then(
        (result) => ({ result: encode(result) }),
        (error: Error) => ({ error: error.message }),
      );
    try {
      const body = JSON.parse((await readBody(request, MAX_REQUEST_BYTES)).toString());
      if (request.url === '/pipeline') {
        reply(
          200,
          await Promise.all(Commands.parse(body).map((command) => one(command.map(String)))),
        );
      } else if (request.url === '/multi-exec') {
        const commands = Commands.parse(body).map((command) => command.map(String));
        const results = await backend.transaction(commands);
        reply(
          200,
          results.map((result) => ({ result: encode(result) })),
        );
      } else if (request.url === '/') {
        const result = await one(Command.parse(body).map(String));
        reply('error' in result ? 400 : 200, result);
      } else {
        reply(404, { error: `The local Redis does not serve ${request.url}` });
      }
    } catch (error) {
      reply(400, { error: error instanceof Error ? error.message : 'ERR' });
    }
  });
  return {
    ...listener,
    async close() {
      await listener.close();
      await backend.close();
    },
  };
}

function embedded(): Backend {
  const store = new EmbeddedStore();
  return {
    execute: async (command) => store.execute(command),
    transaction: async (commands) => commands.map((command) => store.execute(command)),
    close: async () => undefined,
  };
}

/** @throws CommandError when no Redis answers there. */
async function connected(url: string): Promise<Backend> {
  let answered = false;
  const client = createClient({
    url,
    // One that was there comes back; one that never was is a mistake in its address.
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (tries) => answered && Math.min(tries * 50, 2000),
    },
  });
  // Errors also reject the commands that meet them; without a listener one would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } catch (cause) {
    client.destroy();
    // Not the address itself: it may hold a password.
    throw new CommandError(`The Redis of REDIS_URL does not answer: ${reasonOf(cause)}.`, {
      cause,
    });
  }
  answered = true;
  return {
    execute: (command) => client.sendCommand(command),
    async transaction(commands) {
      const multi = client.multi();
      for (const command of commands) multi.addCommand(command);
      return JSON.parse(JSON.stringify(await multi.exec()));
    },
    async close() {
      await client.close();
    },
  };
}

function base64(reply: RedisReply): RedisReply {
  if (typeof reply === 'string') return Buffer.from(reply).toString('base64');
  return Array.isArray(reply) ? reply.map(base64) : reply;
}
