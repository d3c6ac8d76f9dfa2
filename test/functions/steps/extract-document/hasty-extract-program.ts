import { DOCUMENT_LIMITS } from '#functions/steps/extract-document/document-tasks.ts';
import { openingTasks } from '#functions/steps/extract-document/opening-tasks.ts';
import { serve } from '#shared/sandbox/serve.ts';

serve(openingTasks, { ...DOCUMENT_LIMITS, openingMs: 2_000 });
