import { isUtf8 } from 'node:buffer';
import type { FunctionConfig } from './function-config.ts';
import type { Sink } from './instance.ts';
import type { InvokeResult, Invoker } from './invoker.ts';
import { DEFAULT_POOL_TIMES, type OnLine, Pool, type PoolTimes } from './pool.ts';
import type { Prelude } from './protocol.ts';

/** All functions of the template, by name or ARN (with or without a version behind it). */
export interface Functions extends Invoker {
  /** Runs a function and passes its streamed reply on as it is made. */
  stream(functionName: string, event: unknown, sink: Sink): Promise<InvokeResult>;
  /** @throws when there is no such function */
  require(functionName: string): void;
  close(): Promise<void>;
}

/**
 * @param environment what Lambda's runtime adds to every function's own variables
 * @param overrides what replaces a variable of the template
 * @param onLine every line a function prints
 */
export function startFunctions(options: {
  functions: readonly FunctionConfig[];
  environment: Readonly<Record<string, string>>;
  overrides?: Readonly<Record<string, string>>;
  onLine: OnLine;
  times?: Partial<PoolTimes>;
}): Functions {
  const pools = new Map(
    options.functions.map((config) => [
      config.name,
      new Pool(
        config,
        {
          ...options.environment,
          ...runtimeVariables(config),
          ...config.environment,
          ...options.overrides,
        },
        options.onLine,
        { ...DEFAULT_POOL_TIMES, ...options.times },
      ),
    ]),
  );
  function poolOf(nameOrArn: string): Pool {
    const name = /:function:([^:]+)/.exec(nameOrArn)?.[1] ?? nameOrArn;
    const pool = pools.get(name);
    if (pool === undefined) throw new Error(`There is no function ${nameOrArn}`);
    return pool;
  }
  return {
    async invoke(name, event) {
      const collected = collectingSink();
      const result = await poolOf(name).invoke(event, collected.sink);
      return result.ok && collected.used() ? { ok: true, payload: collected.reply() } : result;
    },
    stream: (name, event, sink) => poolOf(name).invoke(event, sink),
    require: (name) => void poolOf(name),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

function runtimeVariables(config: FunctionConfig): Record<string, string> {
  return {
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    _HANDLER: config.handler,
    LAMBDA_TASK_ROOT: config.directory,
    AWS_LAMBDA_FUNCTION_NAME: config.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memoryMb),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  };
}

/** Collects a streamed reply for a caller that waits for all of it, in the shape of a proxy reply. */
function collectingSink() {
  const chunks: Uint8Array[] = [];
  let prelude: Prelude | undefined;
  const sink: Sink = {
    signal: new AbortController().signal,
    prelude(value) {
      prelude = value;
    },
    async chunk(bytes) {
      chunks.push(bytes);
    },
  };
  return {
    sink,
    used: () => prelude !== undefined || chunks.length > 0,
    reply() {
      const bytes = Buffer.concat(chunks);
      const isBase64Encoded = !isUtf8(bytes);
      return {
        ...prelude,
        body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'),
        isBase64Encoded,
      };
    },
  };
}
