import { afterAll, beforeAll } from 'vitest';
import { handler as chef } from '#functions/agents/chef/handler.ts';
import { handler as conversation } from '#functions/agents/conversation/handler.ts';
import { handler as mealPlanner } from '#functions/agents/meal-planner/handler.ts';
import { handler as receiptTalk } from '#functions/agents/receipt-talk/handler.ts';
import { handler as search } from '#functions/agents/search/handler.ts';
import { handler as weather } from '#functions/agents/weather/handler.ts';
import { ENV } from '#shared/env.ts';
import { type LambdaService, startLambdaService } from './lambda-service.ts';

/** Loaded when it is asked: with it comes the library of the search index. */
const rag = async (event: unknown) =>
  await (await import('#functions/agents/rag/handler.ts')).handler(event);

const AGENTS = {
  chef,
  conversation,
  'meal-planner': mealPlanner,
  rag,
  'receipt-talk': receiptTalk,
  search,
  weather,
};

/**
 * The real agents where the chat invokes them, for the tests of one file.
 * @param down what says whether Lambda is failing just now
 */
export function agentsBehindChat(down: () => boolean = () => false): void {
  let lambda: LambdaService;
  beforeAll(async () => {
    lambda = await startLambdaService(async (name, request) => {
      if (down()) return { status: 500 };
      const [, agent] = Object.entries(AGENTS).find(([each]) => each === name) ?? [];
      if (agent === undefined) throw new Error(name);
      return await agent(request).catch(({ name: errorType, message: errorMessage }: Error) => ({
        failure: { errorType, errorMessage },
      }));
    });
    Object.assign(process.env, {
      [ENV.lambdaEndpoint]: lambda.url,
      [ENV.chefFunction]: 'chef',
      [ENV.conversationFunction]: 'conversation',
      [ENV.mealPlannerFunction]: 'meal-planner',
      [ENV.ragFunction]: 'rag',
      [ENV.receiptTalkFunction]: 'receipt-talk',
      [ENV.searchFunction]: 'search',
      [ENV.weatherFunction]: 'weather',
    });
  });
  afterAll(() => lambda.close());
}
