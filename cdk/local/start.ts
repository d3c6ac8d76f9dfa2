import { runCommand } from '#cdk/command.ts';
import { contextOf } from './context.ts';
import { readOptions } from './options.ts';
import { serve } from './serve.ts';
import { synthesize } from './synthesize.ts';

await runCommand(() => {
  const options = readOptions(process.env);
  const context = contextOf(process.argv.slice(3), options.modelKey);
  return serve(options, () => synthesize(context));
});
