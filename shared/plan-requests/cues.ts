import { cueReader } from '#shared/pantry-requests/cue-table.ts';
import cues from './data/cues.json' with { type: 'json' };

/** Whether a message has a cue about plans of meals or shopping lists. */
export const hasCue = cueReader(cues);
