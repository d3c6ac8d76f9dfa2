import { ENV } from '#shared/env.ts';
import { OTHER } from './record.ts';

/** The folder of the running function below `functions/`, as metrics name it: AWS' own name for it changes. */
export function functionPath(): string {
  return process.env[ENV.functionPath] ?? OTHER;
}
