import { resolve } from 'node:path';
import { CommandError } from '#cdk/command.ts';

/** Settings of a run from the environment; all have defaults. */
export interface Options {
  /** Port of the API on 127.0.0.1; 0 takes any free one. */
  readonly port: number;
  /** The data folder. */
  readonly data: string;
  /** An external Postgres instead of the embedded one. */
  readonly databaseUrl: URL | undefined;
  /** An external Redis instead of the embedded store. */
  readonly redisUrl: string | undefined;
  /** Key of the model server that `-c modelUrl=…` names, if it requires one. */
  readonly modelKey: string | undefined;
  readonly logLevel: string;
}

const LOG_LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL', 'SILENT'];

/** @throws CommandError naming the variable that makes no sense. */
export function readOptions(env: NodeJS.ProcessEnv): Options {
  const logLevel = (env.LOG_LEVEL || 'INFO').toUpperCase();
  if (!LOG_LEVELS.includes(logLevel)) {
    throw new CommandError(`LOG_LEVEL is one of ${LOG_LEVELS.join(' ')}, not ${env.LOG_LEVEL}.`);
  }
  return {
    port: readPort(env.PORT || '8000'),
    data: resolve(env.FOODSAVE_DATA || '.foodsave'),
    databaseUrl: readUrl('DATABASE_URL', env.DATABASE_URL, ['postgres:', 'postgresql:']),
    redisUrl: readUrl('REDIS_URL', env.REDIS_URL, ['redis:', 'rediss:'])?.href,
    modelKey: env.MODEL_KEY || undefined,
    logLevel,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new CommandError(`PORT is a number from 0 to 65535, not ${text}.`);
  }
  return port;
}

function readUrl(name: string, text: string | undefined, protocols: string[]): URL | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  if (url === null || !protocols.includes(url.protocol)) {
    // The text may hold a password: it is not repeated.
    throw new CommandError(
      `${name} is a URL that begins with ${protocols.map((each) => `${each}//`).join(' or ')}.`,
    );
  }
  return url;
}
