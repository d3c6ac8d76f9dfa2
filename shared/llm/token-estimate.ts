import type { ModelRequest, Tokens } from './providers/provider.ts';

/** Bytes of UTF-8 a token: English has some four, Polish three. Counted too many rather than too few. */
const BYTES_PER_TOKEN = 3;
/** What the dearest models take for a picture. */
const PICTURE_TOKENS = 1600;

/** Tokens of a request, where no provider has counted them yet. */
export function requestTokens(request: ModelRequest): number {
  const pictures = request.messages.flatMap((message) =>
    message.role === 'user' ? (message.pictures ?? []) : [],
  );
  const { system, messages, answer, tools } = request;
  const written = JSON.stringify({ system, messages, answer, tools }, (key, value) =>
    key === 'pictures' ? undefined : value,
  );
  return textTokens(written) + pictures.length * PICTURE_TOKENS;
}

export function textTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}

/** The most that a request can take. */
export function mostTokens(request: ModelRequest): number {
  return requestTokens(request) + request.maxTokens;
}

/** What a call took that was cut, or that nobody counted: `received` is the text that came of it. */
export function estimatedTokens(request: ModelRequest, received: string | undefined): Tokens {
  // What came is not known: the model may have written all of it.
  const outputTokens = received === undefined ? request.maxTokens : textTokens(received);
  return { inputTokens: requestTokens(request), outputTokens };
}
