import { CommandError } from '#cdk/command.ts';

/** Under this name the local Secrets Manager keeps the key of a model server. */
export const MODEL_SECRET = 'foodsave/model';

/** The secret `{url, token}` of Redis, under the name that the app gives it by default. */
export const REDIS_SECRET = 'foodsave/upstash';

/**
 * The context of `-c name=value` and `--context name=value`, as the CDK's own command takes them.
 * @param modelKey of a model server; the app only gets the name of the secret that holds it
 * @throws CommandError for anything else, so that a misspelt option is not passed over.
 */
export function contextOf(
  args: readonly string[],
  modelKey?: string | undefined,
): Record<string, string> {
  const context: Record<string, string> = {};
  for (let at = 0; at < args.length; at += 2) {
    const [option, given] = [args[at], args[at + 1]];
    const [, name, value] = /^(\w+)=(.*)$/s.exec(given ?? '') ?? [];
    if ((option !== '-c' && option !== '--context') || name === undefined || value === undefined) {
      throw new CommandError(
        `npm start takes -c name=value, not ${[option, given].join(' ').trim()}.`,
      );
    }
    if (name === 'modelSecret') {
      throw new CommandError('npm start takes the key of a model server from MODEL_KEY.');
    }
    if (name === 'upstashSecret') {
      throw new CommandError('npm start has a Redis of its own, or takes one from REDIS_URL.');
    }
    if (name === 'stage') throw new CommandError('npm start runs the stage local and no other.');
    context[name] = value;
  }
  if (modelKey === undefined) return context;
  if (context.modelUrl === undefined) {
    throw new CommandError('MODEL_KEY is the key to a server: name it with -c modelUrl=….');
  }
  return { ...context, modelSecret: MODEL_SECRET };
}
