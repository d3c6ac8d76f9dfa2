import { serve } from '#shared/sandbox/serve.ts';
import { DOCUMENT_LIMITS } from './document-tasks.ts';
import { openingTasks } from './opening-tasks.ts';

serve(openingTasks, DOCUMENT_LIMITS);
