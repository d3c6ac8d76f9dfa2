/** Redis' answers: texts, whole numbers, nothing, and lists of these. */
export type RedisReply = string | number | null | RedisReply[];

/** A mistake of the caller, worded as Redis does. */
export class RedisError extends Error {
  override readonly name = 'RedisError';
}

interface Entry {
  value: string | Map<string, string>;
  /** Epoch milliseconds; `undefined` lives until it is deleted. */
  expiresAt: number | undefined;
}

/**
 * The part of Redis that FoodSave uses, in memory: strings, counters, hashes and expiry. It is a
 * cache like the real one: a restart empties it and loses nothing. Commands it does not know are
 * refused by name.
 */
export class EmbeddedStore {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  execute([command = '', ...args]: readonly string[]): RedisReply {
    const name = command.toUpperCase();
    const run = this.#commands[name];
    if (run === undefined) throw new RedisError(`ERR unknown command '${command}'`);
    return run(args);
  }

  readonly #commands: Readonly<Record<string, (args: string[]) => RedisReply>> = {
    PING: () => 'PONG',
    GET: ([key]) => this.#string(key) ?? null,
    MGET: (keys) => keys.map((key) => this.#string(key) ?? null),
    SET: ([key, value, ...options]) => this.#set(need(key), need(value), options),
    DEL: (keys) => keys.filter((key) => this.#take(key)).length,
    EXISTS: (keys) => keys.filter((key) => this.#entry(key) !== undefined).length,
    INCR: ([key]) => this.#add(need(key), 1),
    INCRBY: ([key, by]) => this.#add(need(key), whole(by)),
    DECR: ([key]) => this.#add(need(key), -1),
    EXPIRE: ([key, seconds, ...options]) => this.#expire(need(key), whole(seconds) * 1000, options),
    PEXPIRE: ([key, milliseconds, ...options]) =>
      this.#expire(need(key), whole(milliseconds), options),
    TTL: ([key]) => this.#timeToLive(need(key), 1000),
    PTTL: ([key]) => this.#timeToLive(need(key), 1),
    HSET: ([key, ...fields]) => this.#setFields(need(key), fields),
    HGET: ([key, field]) => this.#hash(need(key))?.get(need(field)) ?? null,
    HGETALL: ([key]) => [...(this.#hash(need(key)) ?? [])].flat(),
    HINCRBY: ([key, field, by]) => this.#addToField(need(key), need(field), whole(by)),
    HDEL: ([key, ...fields]) => {
      const hash = this.#hash(need(key));
      return fields.filter((field) => hash?.delete(field)).length;
    },
    FLUSHALL: () => {
      this.#entries.clear();
      return 'OK';
    },
  };

  #entry(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry?.expiresAt === undefined || entry.expiresAt > this.#now()) return entry;
    this.#entries.delete(key);
    return undefined;
  }

  #take(key: string): boolean {
    const there = this.#entry(key) !== undefined;
    this.#entries.delete(key);
    return there;
  }

  #string(key: string | undefined): string | undefined {
    const value = this.#entry(need(key))?.value;
    if (value instanceof Map) throw wrongType();
    return value;
  }

  #hash(key: string): Map<string, string> | undefined {
    const value = this.#entry(key)?.value;
    if (typeof value === 'string') throw wrongType();
    return value;
  }

  #set(key: string, value: string, options: string[]): RedisReply {
    const words = options.map((word) => word.toUpperCase());
    const known = /^(NX|XX|GET|KEEPTTL|EX|PX|\d+)$/;
    const odd = words.find((word) => !known.test(word));
    if (odd !== undefined) throw new RedisError('ERR syntax error');
    const old = this.#entry(key);
    const before = words.includes('GET') ? (this.#string(key) ?? null) : undefined;
    const blocked = (words.includes('NX') && old) || (words.includes('XX') && !old);
    if (blocked) return before ?? null;
    const after = (word: string) => words[words.indexOf(word) + 1];
    const lifetime = words.includes('EX')
      ? whole(after('EX')) * 1000
      : words.includes('PX')
        ? whole(after('PX'))
        : undefined;
    const kept = words.includes('KEEPTTL') ? old?.expiresAt : undefined;
    const expiresAt = lifetime === undefined ? kept : this.#now() + lifetime;
    this.#entries.set(key, { value, expiresAt });
    return before === undefined ? 'OK' : before;
  }

  #add(key: string, by: number): number {
    const sum = whole(this.#string(key) ?? '0') + by;
    this.#entries.set(key, { value: String(sum), expiresAt: this.#entry(key)?.expiresAt });
    return sum;
  }

  #expire(key: string, milliseconds: number, options: string[]): number {
    const entry = this.#entry(key);
    if (entry === undefined) return 0;
    if (options[0]?.toUpperCase() === 'NX' && entry.expiresAt !== undefined) return 0;
    entry.expiresAt = this.#now() + milliseconds;
    return 1;
  }

  #timeToLive(key: string, unit: number): number {
    const entry = this.#entry(key);
    if (entry === undefined) return -2;
    if (entry.expiresAt === undefined) return -1;
    return Math.ceil((entry.expiresAt - this.#now()) / unit);
  }

  #setFields(key: string, fields: string[]): number {
    const hash = this.#hash(key) ?? new Map<string, string>();
    const before = hash.size;
    for (let at = 0; at < fields.length; at += 2) hash.set(need(fields[at]), need(fields[at + 1]));
    this.#entries.set(key, { value: hash, expiresAt: this.#entry(key)?.expiresAt });
    return hash.size - before;
  }

  #addToField(key: string, field: string, by: number): number {
    const sum = whole(this.#hash(key)?.get(field) ?? '0') + by;
    this.#setFields(key, [field, String(sum)]);
    return sum;
  }
}

function need(argument: string | undefined): string {
  if (argument === undefined) throw new RedisError('ERR wrong number of arguments');
  return argument;
}

function whole(text: string | undefined): number {
  if (!/^-?\d+$/.test(text ?? '')) {
    throw new RedisError('ERR value is not an integer or out of range');
  }
  return Number(text);
}

function wrongType(): RedisError {
  return new RedisError('WRONGTYPE Operation against a key holding the wrong kind of value');
}
