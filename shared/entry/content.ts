import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';

/**
 * A reply or body that is not parsed as JSON, by media type. The schemas are for the API document; nothing
 * checks against them.
 */
export interface Content {
  readonly media: Readonly<Record<string, Schema>>;
}

/** The bytes of a file. */
export const bytesOfFile = z.file();

/** `replies: { 200: content('text/html') }`. */
export function content(...types: readonly string[]): Content {
  const schemaOf = (type: string) => (type.startsWith('text/') ? z.string() : bytesOfFile);
  return { media: Object.fromEntries(types.map((type) => [type, schemaOf(type)])) };
}

/** `replies: { 204: noBody }`. */
export const noBody = content();

/** `body: rawBody({ 'image/jpeg': bytesOfFile })`: the handler gets the bytes as they came (`request.bytes`). */
export function rawBody(media: Content['media']): Content {
  return { media };
}
