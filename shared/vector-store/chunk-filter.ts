import type { ChunkLanguage } from './index-row.ts';

/** Which chunks a search looks at; applied before it, so that nothing else takes a place in its answer. */
export interface ChunkFilter {
  readonly language?: ChunkLanguage;
  /** Undefined: all. */
  readonly documentIds?: readonly string[] | undefined;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filter as SQL of LanceDB, which takes no parameters; undefined where everything passes. */
export function predicateOf({ language, documentIds }: ChunkFilter): string | undefined {
  const conditions = [
    ...(language === undefined ? [] : [`language = '${language}'`]),
    ...(documentIds === undefined ? [] : [`documentId in (${quotedIds(documentIds)})`]),
  ];
  return conditions.length === 0 ? undefined : conditions.join(' and ');
}

/** @throws Error for what is no id: it would be read as SQL */
export function quotedIds(ids: readonly string[]): string {
  const foreign = ids.find((id) => !UUID.test(id));
  if (foreign !== undefined) throw new Error('An id in the index must be a UUID');
  // An empty list is no SQL.
  return ids.length === 0 ? "''" : ids.map((id) => `'${id}'`).join(', ');
}
