import * as z from 'zod/mini';
import { addToCounter, deleteKeys, getKeys, setKey } from '#shared/clients/redis.ts';
import { searchKey } from '#shared/clients/secrets.ts';
import { chatAgent } from '#shared/entry/chat-agent.ts';
import { SearchState } from '#shared/orchestration/agents/search-state.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { configuredSearches } from '#shared/web-search/configured-searches.ts';
import { searchAgent } from './agent.ts';
import { readCookbook } from './cookbook.ts';
import { recipeSource } from './recipe-source.ts';
import { webSource } from './web-source.ts';

const redis = { addToCounter, deleteKeys, getKeys, setKey };
const searches = configuredSearches({ outbound: fetchOutbound, redis, searchKey });

// Recipes pass the allergy gate before they are shown.
loadLexicon();

const SearchRequest = z.extend(AgentRequest, { state: z.nullable(SearchState) });

/** Finds recipes and pages; asked by the chat. */
export const handler = chatAgent(SearchRequest, (request) => {
  const cookbook = () => readCookbook(request);
  return searchAgent(request, {
    sources: [recipeSource(cookbook), webSource(searches())],
    recipe: async (id) => {
      const { book, gate } = await cookbook();
      const recipe = book.find((one) => one.recipe.id === id)?.recipe;
      return recipe !== undefined && gate.judge(recipe).effect !== 'block' ? recipe : undefined;
    },
  });
});
