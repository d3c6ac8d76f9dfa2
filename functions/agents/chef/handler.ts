import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { agent } from '#shared/entry/agent.ts';
import { rememberedDiners } from '#shared/households/diners.ts';
import { configuredModel } from '#shared/llm/configured-model.ts';
import { patientModel } from '#shared/llm/patient-model.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { answerQuestion } from './agent.ts';
import { ChefRequest } from './chef-state.ts';
import { snapshotFor } from './household-snapshot.ts';
import { readHousehold } from './read-household.ts';
import { whoEats } from './who-eats.ts';

const configured = configuredModel({ modelServerKey, forgetSecret });
const model = configured && patientModel(configured);

// Each answer passes the allergy gate: while the function starts, its processor is faster and free.
loadLexicon();

/** Suggests what to cook, and changes recipes; asked by the chat. */
export const handler = agent(ChefRequest, async (question) => {
  const { householdId, locale } = question;
  const read = await readHousehold(householdId, locale);
  const diners = rememberedDiners(read.everybody, whoEats(question), locale);
  const snapshot = snapshotFor(read, diners);
  return await answerQuestion(question, { snapshot, model });
});
