import { randomUUID } from 'node:crypto';
import { beforeAll, inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import {
  type Api,
  apiOf,
  newDataFolder,
  removeDataFolder,
  startSystem,
  tokenOf,
} from './system.ts';

/** How flows reach the one system that they share. */
export interface SharedSystem {
  readonly apiUrl: string;
  readonly issuerUrl: string;
  /** Its data folder. */
  readonly data: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    sharedSystem: SharedSystem;
  }
}

/** Vitest's global set-up: builds what flows start, before two of them could, and starts one system for all. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = newDataFolder();
  const system = await startSystem(data);
  const { apiUrl, issuerUrl } = system.local;
  project.provide('sharedSystem', { apiUrl, issuerUrl, data });
  return async () => {
    await system.stop();
    removeDataFolder(data);
  };
}

/** The shared system as a person has it who is new, with an empty household. */
export function newHousehold(): Api {
  const { apiUrl, issuerUrl, data } = inject('sharedSystem');
  let api: Api | undefined;
  const ofThisFile = (): Api => {
    if (api === undefined)
      throw new Error('There is a household only during the tests of its file');
    return api;
  };
  beforeAll(async () => {
    api = apiOf({ apiUrl, token: await tokenOf(issuerUrl, data, randomUUID()) });
  });
  return {
    fetch: (path, init) => ofThisFile().fetch(path, init),
    json: (path, init) => ofThisFile().json(path, init),
  };
}
