import * as z from 'zod/mini';
import type { Answered } from './contract.ts';

/** The parameter that the `id` of what an operation answers is for. */
const IDS: Readonly<Record<string, string>> = {
  listLots: 'lotId',
  addLot: 'lotId',
  listBookings: 'bookingId',
  listReceipts: 'receiptId',
  readReceipt: 'itemId',
  listRecipes: 'recipeId',
  addRecipe: 'recipeId',
  listPeople: 'personId',
  addPerson: 'personId',
  listDeviceKeys: 'deviceKeyId',
  addDeviceKey: 'deviceKeyId',
};
/** Fields of bodies that may be left out, by the parameter whose ids they take. */
const IN_BODIES: Readonly<Record<string, string>> = {
  people: 'personId',
  lots: 'lotId',
  sessionId: 'sessionId',
};
const KEPT = 30;
const One = z.looseObject({ id: z.string() });
const Page = z.looseObject({ items: z.array(One) });

/** What earlier answers told: ids by the parameter they are for, and versions by address. */
export class Memory {
  readonly #ids = new Map<string, string[]>([
    ['gtin', ['5900512320359', '2912345001234', '123']],
    ['file', ['swagger-ui.css', 'start.js']],
  ]);
  readonly #versions = new Map<string, string>();

  learn(operationId: string, url: string, { headers, json }: Answered): void {
    if (headers.etag !== undefined) this.#versions.set(headers.location ?? url, headers.etag);
    const param = IDS[operationId];
    if (param !== undefined) {
      const found = Page.safeParse(json).data?.items ?? [One.safeParse(json).data];
      for (const one of found) if (one !== undefined) this.#keep(param, one.id);
    }
    this.#learnNamed(json);
  }

  id(param: string, pick: number): string | undefined {
    const known = this.#ids.get(param) ?? [];
    return known[pick % known.length];
  }

  /** A body with ids in it that are known, where nothing would have those that were drawn. */
  withKnownIds(value: unknown, pick: number, param = ''): unknown {
    if (typeof value === 'string') return this.id(param, pick) ?? value;
    if (Array.isArray(value)) {
      return value.map((one, index) => this.withKnownIds(one, pick + index, param));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const known = IN_BODIES[key];
        if (known !== undefined && this.id(known, pick) === undefined) return []; // may be left out
        if (key === 'items') return [[key, this.withKnownIds(inner, pick, 'itemId')]];
        const named = key === 'id' ? param : (known ?? '');
        return [[key, this.withKnownIds(inner, pick, named)]];
      }),
    );
  }

  version(url: string): string | undefined {
    return this.#versions.get(url);
  }

  /** `lotId`, `bookingIds` and their like, wherever they stand. */
  #learnNamed(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (/\wIds?$/.test(key)) {
        const ids = [inner].flat().filter((id) => typeof id === 'string');
        for (const id of ids) this.#keep(key.replace(/s$/, ''), id);
      }
      this.#learnNamed(inner);
    }
  }

  #keep(param: string, id: string): void {
    const known = this.#ids.get(param) ?? [];
    if (!known.includes(id)) this.#ids.set(param, [id, ...known].slice(0, KEPT));
  }
}
