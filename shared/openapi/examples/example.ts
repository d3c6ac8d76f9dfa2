/** What one operation is sent and what it answers, each by its first media type. */
export interface Example {
  readonly body?: unknown;
  readonly reply?: unknown;
}

/** One for each operation of a table of routes. */
export type ExamplesOf<Routes> = { readonly [Name in keyof Routes]: Example };
