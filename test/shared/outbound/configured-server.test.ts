import { expect, test } from 'vitest';
import { configuredServer } from '#shared/outbound/network.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { localServer } from './local-network.ts';

const JSON_ONLY = { accept: ['application/json'], allowHttp: true };

test('a server that the operator named may stand on this machine, and leads nowhere else', async () => {
  const other = await localServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"secret": 1}');
  });
  const { url } = await localServer((request, response) => {
    if (request.url === '/there') response.writeHead(302, { location: other.url }).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const network = configuredServer(new URL(url));
  expect(await fetchOutbound({ ...JSON_ONLY, url }, network)).toMatchObject({ ok: true });
  const refused = { ok: false, reason: 'address-refused' };
  const led = await fetchOutbound({ ...JSON_ONLY, url: `${url}/there` }, network);
  // Another port is refused as a port, another host as an address.
  expect(led).toMatchObject({ ok: false, reason: 'port-refused' });
  const port = new URL(url).port;
  const elsewhere = `http://localhost:${port}/`;
  expect(await fetchOutbound({ ...JSON_ONLY, url: elsewhere }, network)).toMatchObject(refused);
  // Nobody else may ask it.
  expect(await fetchOutbound({ ...JSON_ONLY, url })).toMatchObject({ ok: false });
});
