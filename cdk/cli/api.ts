import * as z from 'zod/mini';
import { CommandError } from '#cdk/command.ts';
import type { LocalFile } from './connection.ts';

const Problem = z.object({ title: z.string(), detail: z.optional(z.string()), code: z.string() });

/** What the terminal speaks, when that is Polish. */
export const LANGUAGE = /^pl/.test(process.env.LC_ALL || process.env.LANG || '') ? 'pl' : 'en';

/** The HTTP API of the running system, as this machine's owner. */
export interface Api {
  /** @throws CommandError with the problem's own words when the reply is not a 2xx. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  json<T>(path: string, schema: z.ZodMiniType<T>, init?: RequestInit): Promise<T>;
}

/** A request that posts JSON. */
export function posted(body: object, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

export function openApi(connection: LocalFile): Api {
  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${connection.token}`);
    headers.set('accept-language', LANGUAGE);
    const response = await reach(new URL(path, connection.apiUrl), { ...init, headers });
    if (!response.ok) throw new CommandError(await describe(response));
    return response;
  }
  return {
    fetch: request,
    async json(path, schema, init) {
      return schema.parse(await (await request(path, init)).json());
    },
  };
}

async function reach(url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new CommandError(`${url.origin} does not answer. Is npm start still running?`, { cause });
  }
}

async function describe(response: Response): Promise<string> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (!problem.success) return `The system answered ${response.status}.`;
  const { title, detail, code } = problem.data;
  return `${detail ?? title} (${response.status} ${code})`;
}
