import { Parser } from 'htmlparser2';
import { PermanentError } from '#shared/errors/permanent-error.ts';

/**
 * Elements and pieces of text between them: a long article has thousands. The tree of this many takes a
 * few seconds, and that of deep nesting grows with the square of its depth.
 */
const MAX_NODES = 200_000;
export const MAX_DEPTH = 250;

/**
 * Counts the parts of a page and how deep they lie, with the parser that makes the tree, but without one.
 * @throws PermanentError `document-too-complex`
 */
export function checkMarkup(html: string): void {
  let [nodes, depth] = [0, 0];
  const add = () => {
    nodes += 1;
    if (nodes <= MAX_NODES && depth <= MAX_DEPTH) return;
    const what = `More than ${MAX_NODES} parts, or ${MAX_DEPTH} within one another`;
    throw new PermanentError('document-too-complex', what);
  };
  const parser = new Parser({
    ontext: add,
    onopentagname() {
      depth += 1;
      add();
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(html);
}
