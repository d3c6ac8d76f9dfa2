/** Headers by name in lower case: API Gateway keeps the client's spelling. */
export type Headers = Readonly<Record<string, string | undefined>>;

export function withLowerCaseNames(headers: Headers): Record<string, string | undefined> {
  const lower: Record<string, string | undefined> = {};
  for (const name in headers) lower[name.toLowerCase()] = headers[name];
  return lower;
}
