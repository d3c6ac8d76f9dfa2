import { main } from './cli/connection.ts';
import { readOptions } from './options.ts';
import { serve } from './serve.ts';
import { synthesize } from './synthesize.ts';

await main(() => serve(readOptions(process.env), synthesize));
