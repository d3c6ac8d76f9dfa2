import { cueReader } from '#shared/pantry-requests/cue-table.ts';
import cues from './data/cues.json' with { type: 'json' };

/** Whether a message has a cue about receipts. */
export const hasCue = cueReader(cues);
