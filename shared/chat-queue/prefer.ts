import type { Priority } from './request-schema.ts';

/** What a caller says who does not wait for the answer. */
export interface AskedLater {
  readonly priority: Priority;
}

/**
 * Reads `Prefer: respond-async` (RFC 7240), with our `priority=background` beside it; preferences that
 * nobody knows are ignored, as that document says.
 */
export function readPrefer(header: string | undefined): AskedLater | null {
  const preferences = (header ?? '')
    .slice(0, 500)
    .toLowerCase()
    .split(/[,;]/)
    .map((one) => one.replaceAll(/[\s"]/g, ''));
  if (!preferences.includes('respond-async')) return null;
  const isBackground = preferences.includes('priority=background');
  return { priority: isBackground ? 'background' : 'interactive' };
}
