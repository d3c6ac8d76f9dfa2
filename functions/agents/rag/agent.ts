import type { CitedAnswer } from '#shared/cited-answers/cited-answer.ts';
import { showAnswer, showCitation } from '#shared/cited-answers/show-answer.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import type { FoundPassages } from '#shared/search-index/search-documents.ts';

/** Passages that are shown beside an answer. */
const SHOWN = 3;

export interface RagDeps {
  ask(question: string): Promise<{ readonly answer: CitedAnswer; readonly found: FoundPassages }>;
}

/** Answers from the household's documents and from nothing else; says so where they do not answer. */
export async function* ragAgent(
  { message }: { readonly message: string },
  { ask }: RagDeps,
): AsyncGenerator<AgentEvent> {
  const { answer, found } = await ask(message);
  const name = answer.answered ? 'answer' : 'no-evidence';
  yield { type: 'intent', intent: { name, confidence: 0.9, source: 'rules' } };
  // Each sentence is a line by itself: the gate may withhold one and leave the others.
  yield { type: 'token', text: answer.text };
  const { answered, conflicting, chunks, degraded } = showAnswer(answer, found, SHOWN);
  yield { type: 'data', data: { answered, conflicting, chunks } };
  if (answer.answered) {
    for (const sentence of answer.sentences) {
      yield { type: 'citation', citation: showCitation(sentence) };
    }
  }
  if (degraded) yield { type: 'degraded', reason: 'lexical-only' };
  yield { type: 'state', state: null };
}
