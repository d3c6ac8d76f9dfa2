import { forgetSecret, modelServerKey } from '#shared/clients/secrets.ts';
import { chatAgent } from '#shared/entry/chat-agent.ts';
import { rememberedDiners } from '#shared/households/diners.ts';
import { configuredModel } from '#shared/llm/configured-model.ts';
import { patientModel } from '#shared/llm/patient-model.ts';
import { loadShippedBook } from '#shared/recipes/rank/recipe-book.ts';
import { chefAgent } from './agent.ts';
import { ChefRequest } from './chef-request.ts';
import { snapshotFor } from './household-snapshot.ts';
import { readHousehold } from './read-household.ts';
import { whoEats } from './who-eats.ts';

const configured = configuredModel({ modelServerKey, forgetSecret });
const model = configured && patientModel(configured);

// Each answer takes recipes and the allergy gate: while the function starts, its processor is faster and free.
loadShippedBook();

/** Suggests what to cook, and changes recipes; asked by the chat. */
export const handler = chatAgent(ChefRequest, async function* (request) {
  const { householdId, locale } = request;
  const read = await readHousehold(householdId, locale);
  const diners = rememberedDiners(read.everybody, whoEats(request), locale);
  yield* chefAgent(request, { snapshot: snapshotFor(read, diners), model });
});
