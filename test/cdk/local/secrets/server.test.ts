import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { expect, onTestFinished, test } from 'vitest';
import { SecretStore } from '#cdk/local/secrets/secret-store.ts';
import { startSecrets } from '#cdk/local/secrets/server.ts';
import { openState } from '#cdk/local/state/state.ts';
import {
  client,
  credentials,
  temporaryFolder,
  temporaryState,
} from '#test/cdk/local/support/state.ts';

const arn = 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:Owner';
const password = {
  length: 40,
  excludedCharacters: '',
  lowercase: true,
  uppercase: true,
  numbers: true,
  punctuation: false,
  space: false,
  oneOfEach: true,
};
const generated = {
  arn,
  value: undefined,
  generate: { template: '{"username":"owner"}', key: 'password', password },
};

test('a generated secret has the shape the template asks for and stays the same', () => {
  const folder = temporaryFolder();
  const state = openState(folder);
  const first = new SecretStore(state, [generated]).find(arn);
  state.close();
  const again = new SecretStore(temporaryState(folder), [generated]).find(arn);
  expect(again).toEqual(first);
  expect(JSON.parse(first?.value ?? '')).toEqual({
    username: 'owner',
    password: expect.stringMatching(/^[\w-]{40}$/),
  });
});

test('the SDK reads a secret by ARN and by name, and an unknown one is not found', async () => {
  const given = { arn: 'foodsave/upstash', value: '{"token":"t"}', generate: undefined };
  const store = new SecretStore(temporaryState(), [generated, given]);
  const server = await startSecrets({ port: 0, credentials, store });
  onTestFinished(() => server.close());
  const sdk = new SecretsManagerClient({ ...client, endpoint: server.url });
  const read = (SecretId: string) => sdk.send(new GetSecretValueCommand({ SecretId }));
  expect((await read('foodsave/upstash')).SecretString).toBe('{"token":"t"}');
  expect((await read('Owner')).SecretString).toBe((await read(arn)).SecretString);
  const { SecretList } = await sdk.send(new ListSecretsCommand({}));
  expect(SecretList?.map(({ Name }) => Name)).toEqual(['Owner', 'foodsave/upstash']);
  await expect(read('other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
