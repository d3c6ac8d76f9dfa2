import { afterAll } from 'vitest';
import './lambda-runtime.ts';
import './quiet-log.ts';

// Files share a process: what one of them sets in the environment must not decide what another finds.
const before = { ...process.env };
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
