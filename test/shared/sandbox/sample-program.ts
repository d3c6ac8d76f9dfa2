import { setTimeout as pause } from 'node:timers/promises';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { serve } from '#shared/sandbox/serve.ts';
import { SAMPLE_LIMITS } from './sample-limits.ts';

const held: Buffer[] = [];

/** Keeps the program's loop for so much processor time. */
function spin(milliseconds: number): void {
  const before = process.cpuUsage().user;
  let sum = 0;
  while (process.cpuUsage().user - before < milliseconds * 1000) {
    for (let step = 0; step < 1_000_000; step += 1) sum += Math.sqrt(step);
  }
  held.push(Buffer.of(sum % 256));
}

serve(
  {
    process: async () => process.pid,
    environment: async () => Object.keys(process.env),
    /** Outside of the heap, where most memory of pictures is; in one step that nothing interrupts. */
    async hold(megabytes) {
      for (let at = 0; at < Number(megabytes); at += 1) held.push(Buffer.alloc(1024 ** 2, 1));
      return held.length;
    },
    /** Asked for in one piece, and not used. */
    reserve: async (megabytes) => Buffer.alloc(Number(megabytes) * 1024 ** 2).length,
    async open(milliseconds) {
      spin(Number(milliseconds));
      return 'opened';
    },
    async read(milliseconds, { onOpened }) {
      onOpened();
      spin(Number(milliseconds));
      return 'read';
    },
    async untilTold(_input, { signal }) {
      await pause(60_000, undefined, { signal }).catch(() => undefined);
      return 'what there is';
    },
    crash: async () => process.abort(),
    ask: async (question, { ask }) => await ask('question', question),
    async refuse(kind) {
      if (kind === 'user')
        throw new UserError('too-large', 'too-big', { pl: 'za duży', en: 'big' });
      if (kind === 'permanent') throw new PermanentError('broken', 'It is broken');
      throw new RangeError('a fault of ours');
    },
  },
  SAMPLE_LIMITS,
);
