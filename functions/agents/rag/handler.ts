import { askDocuments } from '#shared/cited-answers/ask-documents.ts';
import { chatAgent } from '#shared/entry/chat-agent.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { indexLocation } from '#shared/vector-store/s3-location.ts';
import { VectorStore } from '#shared/vector-store/vector-store.ts';
import { ragAgent } from './agent.ts';

const deps = { store: new VectorStore(indexLocation), embedder: builtInEmbedder };
/** Passages that are looked through. */
const PASSAGES = 8;

/** Answers what the household's documents say; asked by the chat. */
export const handler = chatAgent(AgentRequest, (request) =>
  ragAgent(request, {
    ask: (question) => askDocuments(request, { question, k: PASSAGES }, request.locale, deps),
  }),
);
