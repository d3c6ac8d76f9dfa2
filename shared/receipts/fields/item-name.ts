/** Cleans a printed name: column letters, lone till letters and OCR's stray marks at either end go. */
export function itemName(printed: string): string {
  const tokens = withoutLeader(printed).trim().split(/\s+/);
  // `BIO CYTRYNY | 1`: the till's own column between name and count.
  if (tokens.length > 1 && /^[|:;!]\S{0,2}$/.test(tokens.at(-1) ?? '')) tokens.pop();
  else if (tokens.length > 2 && /^[|:;!]$/.test(tokens.at(-2) ?? '')) {
    if ((tokens.at(-1) ?? '').length <= 2) tokens.splice(-2);
  }
  dropMarks(tokens, /[\p{L}\p{N})%".[\]|]/u);
  if (tokens.length > 1 && /^(?:\|?[XHIFfl|\]1[]|à)$/.test(tokens.at(-1) ?? '')) tokens.pop();
  dropMarks(tokens, /[\p{L}\p{N})%".]/u);
  return tokens.join(' ').replace(/^[^\p{L}\p{N}"]+/u, '');
}

/** Takes what is neither letter nor sign of a name off the end. */
function dropMarks(tokens: string[], kept: RegExp): void {
  for (;;) {
    const last = tokens.pop();
    if (last === undefined) return;
    let end = last.length;
    while (end > 0 && !kept.test(last.charAt(end - 1))) end -= 1;
    if (end === 0) continue;
    tokens.push(last.slice(0, end));
    return;
  }
}

/** `KEFIR ........ 2 x 3,29`: dots lead the eye to the numbers; one alone ends an abbreviation. */
function withoutLeader(printed: string): string {
  let end = printed.length;
  while (end > 0 && ' .…·_'.includes(printed.charAt(end - 1))) end -= 1;
  return printed.length - end > 3 ? printed.slice(0, end) : printed;
}
