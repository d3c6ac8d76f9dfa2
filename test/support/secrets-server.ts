import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** Answers GetSecretValue for the given secrets, and refuses everything else by name. */
export async function startSecretsServer(secrets: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { SecretId } = JSON.parse(await text(request));
    const SecretString = secrets.get(SecretId);
    if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue' || !SecretString) {
      response
        .writeHead(400)
        .end(JSON.stringify({ message: `no secret ${SecretId} in this test` }));
      return;
    }
    response.writeHead(200).end(JSON.stringify({ ARN: SecretId, SecretString }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
