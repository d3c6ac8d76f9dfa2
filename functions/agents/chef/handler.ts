import { agent } from '#shared/entry/agent.ts';
import { configuredModel } from '#shared/llm/configured-model.ts';
import { ChefQuestion } from '#shared/recipes/chef/answer.ts';
import { readKitchen } from '#shared/recipes/chef/read-kitchen.ts';
import { answerQuestion } from './agent.ts';

const model = configuredModel();

/** Says what to cook, and changes recipes; asked by the chat. */
export const handler = agent(ChefQuestion, async (question) => {
  const kitchen = await readKitchen(question.householdId, question.locale);
  return await answerQuestion(question, { kitchen, model });
});
