import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function temporaryIndex(): string {
  return mkdtempSync(join(tmpdir(), 'foodsave-eval-index-'));
}
