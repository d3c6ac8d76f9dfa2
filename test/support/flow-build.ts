import { synthesize } from '#cdk/local/synthesize.ts';

/** Vitest's global set-up: what the flows start is built once, before two of them could build it at once. */
export default async function setup(): Promise<void> {
  await synthesize({ patience: '10' });
}
