import * as z from 'zod/mini';
import { cutOut } from '#shared/reading/pages/cut-out.ts';
import { serve } from '#shared/sandbox/serve.ts';
import { CUTTING_LIMITS, CutInput } from './cut-tasks.ts';

// The process in which photographs of strangers are opened to be shown.
serve(
  {
    async cutOut(input) {
      const { bytes, place } = z.parse(CutInput, input);
      return await cutOut(Buffer.from(bytes), place);
    },
  },
  CUTTING_LIMITS,
);
