import { parentPort } from 'node:worker_threads';
import * as z from 'zod/mini';
import { programUrl } from '#shared/sandbox/program-url.ts';
import { Sandbox } from '#shared/sandbox/sandbox.ts';
import { SAMPLE_LIMITS } from './sample-limits.ts';

// A thread that has a program read for it, and tells which process that is.
const sandbox = new Sandbox(programUrl(import.meta.url, 'sample-program'), SAMPLE_LIMITS);
const pid = await sandbox.run('process', null, { output: z.number() });
const reading = sandbox.run('read', 60_000, { output: z.string() });
parentPort?.on('message', () => process.emit('SIGTERM', 'SIGTERM'));
parentPort?.postMessage(pid);
await reading.catch(() => parentPort?.postMessage('given up'));
