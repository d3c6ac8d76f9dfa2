import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openState, type State } from '#cdk/local/state/state.ts';

export const credentials = { accessKeyId: 'FSLOCALTEST', secretAccessKey: 'a-secret-of-this-test' };

export const client = { region: 'eu-central-1', credentials, maxAttempts: 1 };

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A fresh state file, closed when the test ends. */
export function temporaryState(folder = temporaryFolder()): State {
  const state = openState(folder);
  onTestFinished(() => state.close());
  return state;
}
