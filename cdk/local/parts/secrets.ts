import { MODEL_SECRET } from '#cdk/local/context.ts';
import { SECRET, SECRET_ATTACHMENT, secretsOf } from '#cdk/local/resources/secrets.ts';
import { SecretStore } from '#cdk/local/secrets/secret-store.ts';
import { startSecrets } from '#cdk/local/secrets/server.ts';
import type { Part } from './part.ts';

export const secrets: Part = {
  types: [SECRET, SECRET_ATTACHMENT],
  port: 'secrets',
  service: 'SECRETS_MANAGER',
  async start({ options, state, credentials, stack, port }) {
    const store = new SecretStore(state, secretsOf(stack, options.databaseUrl));
    if (options.modelKey !== undefined) {
      store.put(MODEL_SECRET, JSON.stringify({ key: options.modelKey }));
    }
    const server = await startSecrets({ port: port('secrets'), credentials, store });
    return { secrets: store, close: () => server.close() };
  },
};
