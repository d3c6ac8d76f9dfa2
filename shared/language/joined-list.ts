/** `a, b and c`, at most five of them. */
export function joinedList(items: readonly string[], and: string): string {
  const shown = items.slice(0, 5);
  const last = shown.at(-1) ?? '';
  if (items.length > shown.length) return `${shown.join(', ')} …`;
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${and} ${last}`;
}
