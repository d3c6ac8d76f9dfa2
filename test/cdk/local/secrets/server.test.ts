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

/** A local Secrets Manager with a generated secret, a given one and one without a value. */
async function startSecretsOf() {
  const given = { arn: 'foodsave/upstash', value: '{"token":"t"}', generate: undefined };
  const empty = { arn: arn.replace('Owner', 'Empty'), value: undefined, generate: undefined };
  const store = new SecretStore(temporaryState(), [generated, given, empty]);
  const server = await startSecrets({ port: 0, credentials, store });
  onTestFinished(() => server.close());
  const sdk = new SecretsManagerClient({ ...client, endpoint: server.url });
  const read = (SecretId: string, more = {}) =>
    sdk.send(new GetSecretValueCommand({ SecretId, ...more }));
  return { sdk, store, read };
}

test('the SDK reads a secret by ARN and by name, and an unknown one is not found', async () => {
  const { sdk, read } = await startSecretsOf();
  expect((await read('foodsave/upstash')).SecretString).toBe('{"token":"t"}');
  expect((await read('Owner')).SecretString).toBe((await read(arn)).SecretString);
  const { SecretList } = await sdk.send(new ListSecretsCommand({}));
  expect(SecretList?.map(({ Name }) => Name)).toEqual(['Owner', 'foodsave/upstash']);
  for (const name of ['other', 'Empty']) {
    await expect(read(name)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  }
});

test('only the current version of a secret is there', async () => {
  const { read } = await startSecretsOf();
  const { VersionId, VersionStages } = await read('Owner', { VersionStage: 'AWSCURRENT' });
  expect(VersionStages).toEqual(['AWSCURRENT']);
  expect((await read('Owner', { VersionId })).VersionId).toBe(VersionId);
  const notFound = (what: string) => ({
    name: 'ResourceNotFoundException',
    message: `Secrets Manager can't find the specified secret value for ${what}`,
  });
  for (const VersionStage of ['AWSPREVIOUS', 'AWSPENDING', 'own']) {
    await expect(read('Owner', { VersionStage })).rejects.toMatchObject(
      notFound(`staging label: ${VersionStage}`),
    );
  }
  const other = '01890000-0000-7000-8000-000000000001';
  await expect(read('Owner', { VersionId: other })).rejects.toMatchObject(
    notFound(`VersionId: ${other}`),
  );
});

test('another value is another version', async () => {
  const { store, read } = await startSecretsOf();
  const { VersionId } = await read('foodsave/upstash');
  store.put('foodsave/upstash', '{"token":"u"}');
  expect((await read('foodsave/upstash')).VersionId).not.toBe(VersionId);
});
