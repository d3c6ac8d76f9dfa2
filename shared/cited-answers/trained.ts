import * as z from 'zod/mini';
import weights from './data/weights.json' with { type: 'json' };

const Regression = z.object({ bias: z.number(), weights: z.array(z.number()) });
const Trained = z.object({
  /** How well a sentence answers, from `evidenceOf`. */
  sentence: Regression,
  /** Whether the documents answer at all, from `answerFigures`; refused below `threshold`. */
  answered: Regression,
  threshold: z.number(),
});

/** What `npm run train:rag` found on test/eval/rag. */
export const trained = Trained.parse(weights);
