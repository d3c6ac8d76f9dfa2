import { askDocuments, findPassages } from '#shared/cited-answers/ask-documents.ts';
import { knowledgeRoutes } from '#shared/cited-answers/knowledge-routes.ts';
import { showAnswer, showPassages } from '#shared/cited-answers/show-answer.ts';
import { addToCounters } from '#shared/clients/redis.ts';
import { limitedEndpoint } from '#shared/entry/limited-endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { indexStats } from '#shared/search-index/index-stats.ts';
import { requestRebuild } from '#shared/search-index/request-rebuild.ts';
import { indexLocation } from '#shared/vector-store/s3-location.ts';
import { VectorStore } from '#shared/vector-store/vector-store.ts';

const endpoint = limitedEndpoint(addToCounters);
const deps = { store: new VectorStore(indexLocation), embedder: builtInEmbedder };

export const handler = endpoint(knowledgeRoutes, {
  queryDocuments: async ({ household, body, locale }) => {
    const { answer, found } = await askDocuments(household, body, locale, deps);
    return reply(200, showAnswer(answer, found, body.k));
  },
  searchDocuments: async ({ household, body, locale }) => {
    const found = await findPassages(household, body, locale, deps);
    return reply(200, showPassages(found, body.k));
  },
  readIndexStats: async ({ household }) => reply(200, await indexStats(household, deps)),
  rebuildIndex: async ({ household }) => {
    await requestRebuild(household);
    return reply(202, { status: 'queued' });
  },
});
