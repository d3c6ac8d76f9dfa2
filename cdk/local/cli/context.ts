import { CommandError } from './connection.ts';

/**
 * What `-c name=value` and `--context name=value` say, as the CDK's own command takes them.
 * @throws CommandError for anything else, so that a misspelt option is not passed over.
 */
export function contextOf(args: readonly string[]): Record<string, string> {
  const context: Record<string, string> = {};
  for (let at = 0; at < args.length; at += 2) {
    const [option, said] = [args[at], args[at + 1]];
    const [, name, value] = /^(\w+)=(.*)$/s.exec(said ?? '') ?? [];
    if ((option !== '-c' && option !== '--context') || name === undefined || value === undefined) {
      throw new CommandError(
        `npm start takes -c name=value, not ${[option, said].join(' ').trim()}.`,
      );
    }
    if (name === 'stage') throw new CommandError('npm start runs the stage local and no other.');
    context[name] = value;
  }
  return context;
}
