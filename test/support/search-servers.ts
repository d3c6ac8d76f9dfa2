import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** A page as one of the servers has it. */
export interface ToldPage {
  readonly title: string;
  readonly url: string;
  readonly text: string;
}

export interface SearchServers {
  readonly url: string;
  readonly port: number;
  /** What was asked, with the headers that matter. */
  readonly asked: {
    readonly server: string;
    readonly words: string;
    readonly key: string | undefined;
  }[];
  /** Tells what is found for words: `wikipedia-pl`, `wikipedia-en`, `searxng` or `brave`. */
  tell(server: string, words: string, pages: readonly ToldPage[]): void;
  /** From now on every answer has this status, or is this text; undefined: as usual. */
  broken?: number | string | undefined;
  /** Throws when it was asked what it was not told. */
  close(): void;
}

const WIKIPEDIA = /^\/(pl|en)\/w\/api\.php$/;

/** Wikipedia (at `<url>/{language}`), SearXNG and Brave Search on this machine. */
export async function startSearchServers(): Promise<SearchServers> {
  const told = new Map<string, readonly ToldPage[]>();
  const unexpected: string[] = [];
  const asked: SearchServers['asked'][number][] = [];

  function answerTo(request: IncomingMessage): unknown {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://search.test');
    const language = WIKIPEDIA.exec(pathname)?.[1];
    const server =
      language !== undefined
        ? `wikipedia-${language}`
        : pathname === '/search'
          ? 'searxng'
          : pathname === '/res/v1/web/search'
            ? 'brave'
            : undefined;
    const words = searchParams.get(language === undefined ? 'q' : 'gsrsearch') ?? '';
    const key = request.headers['x-subscription-token'];
    const pages = told.get(`${server} ${words}`);
    if (server === undefined || pages === undefined) {
      unexpected.push(`Nobody told what ${request.url} finds`);
      return { error: { code: 'untold' } };
    }
    asked.push({ server, words, key: typeof key === 'string' ? key : undefined });
    if (server === 'searxng')
      return { results: pages.map(({ title, url, text }) => ({ title, url, content: text })) };
    if (server === 'brave')
      return {
        web: { results: pages.map(({ title, url, text }) => ({ title, url, description: text })) },
      };
    if (pages.length === 0) return { batchcomplete: true };
    const found = pages.map(({ title, url, text }, at) => {
      return { pageid: at + 1, ns: 0, title, index: at + 1, extract: text, fullurl: url };
    });
    return { batchcomplete: true, query: { pages: found.reverse() } };
  }

  const server = createServer((request, response) => {
    const { broken } = servers;
    const status = typeof broken === 'number' ? broken : 200;
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    if (typeof broken === 'string') response.end(broken);
    else response.end(status === 200 ? JSON.stringify(answerTo(request)) : '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const servers: SearchServers = {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked,
    tell: (name, words, pages) => void told.set(`${name} ${words}`, pages),
    close() {
      server.closeAllConnections();
      server.close();
      if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    },
  };
  return servers;
}
