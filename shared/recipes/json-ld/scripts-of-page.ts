const MAX_SCRIPTS = 50;

/**
 * The texts of all `<script type="application/ld+json">` of a page. A walk over the text and no
 * parser: trees of HTML take minutes for a megabyte of `<div>`, and a script needs no tree.
 */
export function jsonLdScripts(html: string): string[] {
  // Only ASCII is lowered, so that places in both texts stay the same.
  const low = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const scripts: string[] = [];
  for (let at = low.indexOf('<script'); at !== -1; at = low.indexOf('<script', at)) {
    const open = low.indexOf('>', at);
    if (open === -1 || scripts.length === MAX_SCRIPTS) break;
    const end = low.indexOf('</script', open);
    if (end === -1) break;
    const attributes = low.slice(at, Math.min(open, at + 500));
    if (attributes.includes('application/ld+json')) scripts.push(html.slice(open + 1, end));
    at = end + 1;
  }
  return scripts;
}
