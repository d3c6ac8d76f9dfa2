import { READING_LIMITS } from '#functions/agents/ocr/reading-tasks.ts';
import { serve } from '#shared/sandbox/serve.ts';
import { openingTasks } from './opening-tasks.ts';

serve(openingTasks, READING_LIMITS);
