/** A reply or body that is not JSON, declared by its media type. */
export interface Content {
  readonly media: string;
}

/** `replies: { 200: content('text/html') }`. */
export function content(media: string): Content {
  return { media };
}

/** `replies: { 204: noBody }`. */
export const noBody = content('');

/** `body: rawBody`: the handler gets the unparsed bytes (`request.bytes`). */
export const rawBody = content('*/*');
