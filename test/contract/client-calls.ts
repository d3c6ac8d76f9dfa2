// Calls the API with the client that check-api.ts generates; only there is it compiled and run.
import assert from 'node:assert/strict';
import { Api } from '../../build/api/client.ts';

/** Five operations: a reply without a body, a query, a change by version, an upload, a refusal. */
export async function callFive(apiUrl: string, token: string): Promise<void> {
  const { api, health } = new Api({
    baseUrl: apiUrl,
    baseApiParams: { headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' } },
  });
  assert.equal((await health.readLiveness()).data.status, 'alive');

  const added = await api.addLot({
    product: { name: 'milk' },
    quantity: { value: '2', unit: 'l' },
  });
  assert.equal(added.data.location, 'fridge');

  const { id } = added.data;
  const etag = added.headers.get('etag') ?? '';
  const changed = await api.changeLot(
    id,
    { quantity: { value: '1', unit: 'l' } },
    { headers: { 'if-match': etag } },
  );
  assert.equal(changed.data.quantity.value, '1');

  const { data: found } = await api.listLots({ q: 'milk', limit: 10 });
  assert.deepEqual(
    found.items.map((lot) => [lot.id, lot.product.name]),
    [[id, 'milk']],
  );

  const file = new File(['no photograph'], 'receipt.jpg', { type: 'image/jpeg' });
  const refused = await api.createUpload({ file }, {}, { type: 'multipart/form-data' }).then(
    () => assert.fail('Text was taken for a photograph'),
    (reply) => reply,
  );
  assert.deepEqual([refused.status, refused.error.code], [415, 'file-type']);
}
