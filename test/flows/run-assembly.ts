import { runCommand } from '#cdk/command.ts';
import { readOptions } from '#cdk/local/options.ts';
import { serve } from '#cdk/local/serve.ts';

// What `npm start` runs, on an assembly that was synthesized once for all flows.
await runCommand(() =>
  serve(readOptions(process.env), async () => process.env.FLOW_ASSEMBLY ?? ''),
);
