import { READING_LIMITS } from '#functions/agents/ocr/reading-tasks.ts';
import { serve } from '#shared/sandbox/serve.ts';
import { openingTasks } from './opening-tasks.ts';

/** As `open-program`, with less work for what otherwise takes two minutes to break its limit. */
serve(openingTasks, { ...READING_LIMITS, openingMs: 2000 });
