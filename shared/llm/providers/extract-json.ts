/** The JSON object in a text, with or without a Markdown fence around it; undefined where there is none. */
export function extractJson(text: string): unknown {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (from === -1 || to < from) return undefined;
  return parsedJson(text.slice(from, to + 1));
}

/** Undefined for what is no JSON: a schema will report it as missing. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
