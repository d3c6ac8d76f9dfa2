import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { agent } from '#shared/entry/agent.ts';
import { configuredModel } from '#shared/llm/configured-model.ts';
import { answerQuestion } from './agent.ts';
import { ChefRequest } from './chef-state.ts';
import { readSnapshot } from './read-snapshot.ts';

const model = configuredModel({ modelServerKey, forgetSecret });

/** Suggests what to cook, and changes recipes; asked by the chat. */
export const handler = agent(ChefRequest, async (question) => {
  const snapshot = await readSnapshot(question.householdId, question.locale);
  return await answerQuestion(question, { snapshot, model });
});
