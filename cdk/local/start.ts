import { main } from './cli/connection.ts';
import { contextOf } from './cli/context.ts';
import { readOptions } from './options.ts';
import { serve } from './serve.ts';
import { synthesize } from './synthesize.ts';

await main(() => {
  const context = contextOf(process.argv.slice(3));
  return serve(readOptions(process.env), () => synthesize(context));
});
