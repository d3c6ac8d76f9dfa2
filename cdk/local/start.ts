import { main } from './cli/connection.ts';
import { contextOf } from './cli/context.ts';
import { readOptions } from './options.ts';
import { serve } from './serve.ts';
import { synthesize } from './synthesize.ts';

await main(() => {
  const options = readOptions(process.env);
  const context = contextOf(process.argv.slice(3), options.modelKey);
  return serve(options, () => synthesize(context));
});
