import { describe, expect, test } from 'vitest';
import { type Network, publicInternet } from '#shared/outbound/network.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { outboundError } from '#shared/outbound/outbound-failure.ts';
import { localServer } from './local-network.ts';

/** The real guard; names lead where the test says. */
function internet(names: Readonly<Record<string, string | readonly string[]>> = {}): Network {
  const network = publicInternet((hostname, options, callback) => {
    const found = [names[hostname] ?? []].flat();
    if (found.length === 0) {
      callback(Object.assign(new Error(`no ${hostname}`), { code: 'ENOTFOUND' }), '', 0);
      return;
    }
    const all = found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? '', all[0]?.family ?? 4);
  });
  return network;
}

async function refusal(url: string, network: Network = internet()) {
  const answer = await fetchOutbound(
    { url, accept: ['text/html'], allowHttp: true, timeoutMs: 120_000 },
    network,
  );
  return answer.ok ? `answered ${answer.status}` : answer.reason;
}

describe('an address inside is never reached', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://127.255.255.254/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0x7f.0x0.0x0.0x1/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://0177.0.0.01/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http://0.0.0.0/',
    'http://0/',
    'http://10.0.0.1/',
    'http://10.255.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://192.168.257/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://169.254.170.2/v2/credentials',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[0:0:0:0:0:ffff:10.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[::7f00:1]/',
    'http://[100::1]/',
    'http://[2001:db8::1]/',
    'http://[2001::1]/',
    'http://[fec0::1]/',
    'http://192.0.2.1/',
    'http://192.0.0.1/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'https://127.0.0.1/',
    'https://[::1]/',
  ])('%s', async (url) => {
    expect(await refusal(url)).toBe('address-refused');
  });

  test.each([
    ['127.0.0.1.nip.example', '127.0.0.1'],
    ['metadata.google.internal', '169.254.169.254'],
    ['localtest.example', '::1'],
    ['mapped.example', '::ffff:10.0.0.1'],
    ['disguised.example', '::169.254.169.254'],
    ['half.example', ['93.184.216.34', '192.168.0.1']],
    ['any.example', '0.0.0.0'],
  ])('the name %s that leads there', async (name, address) => {
    expect(await refusal(`http://${name}/`, internet({ [name]: address }))).toBe('address-refused');
    expect(await refusal(`https://${name}/`, internet({ [name]: address }))).toBe(
      'address-refused',
    );
  });

  test.each(['http://localhost/', 'http://LOCALHOST/', 'http://localhost./'])(
    '%s as the system resolves it',
    async (url) => {
      // With a dot at the end some resolvers find nothing, which is as good as a refusal.
      expect(['address-refused', 'unreachable']).toContain(await refusal(url, publicInternet()));
    },
  );
});

describe('an address is refused by its form', () => {
  test.each([
    ['ftp://example.com/', 'scheme-refused'],
    ['file:///etc/passwd', 'scheme-refused'],
    ['gopher://127.0.0.1:6379/_PING', 'scheme-refused'],
    ['data:text/html,hello', 'scheme-refused'],
    ['javascript:alert(1)', 'scheme-refused'],
    ['http://user@example.com/', 'credentials-refused'],
    ['http://example.com@127.0.0.1/', 'credentials-refused'],
    ['http://user:secret@example.com/', 'credentials-refused'],
    ['no address', 'malformed-address'],
    ['', 'malformed-address'],
    ['http://', 'malformed-address'],
    ['http://[::1', 'malformed-address'],
    ['http://256.256.256.256/', 'malformed-address'],
    ['//example.com/', 'malformed-address'],
  ])('%s: %s', async (url, reason) => {
    expect(await refusal(url)).toBe(reason);
  });

  test.each(['http://example.com:22/', 'https://example.com:6379/', 'https://example.com:80800/'])(
    '%s by its port',
    async (url) => {
      expect(['port-refused', 'malformed-address']).toContain(await refusal(url, publicInternet()));
    },
  );

  test('plain http, unless it was asked for', async () => {
    const answer = await fetchOutbound({ url: 'http://example.com/', accept: ['text/html'] });
    expect(answer).toMatchObject({ ok: false, reason: 'scheme-refused' });
  });

  test('and the user is told without the address', () => {
    const error = outboundError({ ok: false, reason: 'address-refused', detail: '10.0.0.7' });
    expect(error).toMatchObject({ kind: 'unprocessable', code: 'outbound-address-refused' });
    expect(error.message).not.toContain('10.0.0.7');
  });
});

describe('a redirect is judged like the first address', () => {
  test.each([
    ['http://169.254.169.254/latest/meta-data/', 'port-refused'],
    ['http://user@example.com/', 'credentials-refused'],
    ['file:///etc/passwd', 'scheme-refused'],
    ['http://127.0.0.1:22/', 'port-refused'],
  ])('to %s', async (location, reason) => {
    const { url, network } = await localServer((_, response) => {
      response.writeHead(302, { location }).end();
    });
    expect(await refusal(url, network)).toBe(reason);
  });

  test('to an address inside, over the real guard', async () => {
    const { url, network } = await localServer((_, response) => {
      response.writeHead(307, { location: 'http://inside.example/' }).end();
    });
    // The first hop goes to the test's server, all others over the agent of the internet.
    const guarded = internet({ 'inside.example': '10.0.0.1' });
    const first = new URL(url).host;
    const http = Object.assign(Object.create(guarded.http), {
      addRequest(request: { getHeader(name: string): unknown }, ...rest: unknown[]) {
        const agent = request.getHeader('host') === first ? network.http : guarded.http;
        Reflect.apply(Reflect.get(agent, 'addRequest'), agent, [request, ...rest]);
      },
    });
    const ports = new Set([...guarded.ports, ...network.ports]);
    expect(await refusal(url, { ...guarded, http, ports })).toBe('address-refused');
  });
});
