import type { BlockKind, TextBuilder } from './text-builder.ts';

/** What the walk needs of a node of any DOM. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: MarkupNode | null;
  readonly nextSibling: MarkupNode | null;
}
interface MarkupElement extends MarkupNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
}

const [ELEMENT, TEXT] = [1, 3];

/** Nothing in them is text for a reader. */
const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template head title nav iframe object embed svg math canvas audio video select button input textarea'.split(
    ' ',
  ),
);
/** They go on within a line; everything else begins a block. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark output q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

/** Adds the blocks of a tree to a page; styles and links are left out, text that is not shown too. */
export function addMarkup(root: MarkupNode, text: TextBuilder): void {
  new BlockWalk(text).visit(root, { kind: 'paragraph' });
}

/** Recursive: the depth of a tree was checked before it was made (check-markup.ts). */
class BlockWalk {
  readonly #text: TextBuilder;
  #held = '';

  constructor(text: TextBuilder) {
    this.#text = text;
  }

  /** @param block what text directly within the node belongs to */
  visit(node: MarkupNode, block: BlockKind): void {
    if (node.nodeType === TEXT) this.#held += node.nodeValue ?? '';
    else if (isElement(node)) this.#visitElement(node, block);
    else this.#visitChildren(node, block);
    if (node.nodeType !== TEXT && !isElement(node)) this.#flush(block);
  }

  #visitElement(element: MarkupElement, block: BlockKind): void {
    const { localName: name } = element;
    if (SKIPPED.has(name) || isHidden(element)) return;
    if (name === 'br') this.#held += ' ';
    else if (INLINE.has(name) || isWithinRow(name, block)) {
      if (CELLS.has(name) && this.#held.trim() !== '') this.#held += ' | ';
      else if (!INLINE.has(name)) this.#held += ' ';
      this.#visitChildren(element, block);
    } else {
      this.#flush(block);
      const own = blockOf(name) ?? block;
      this.#visitChildren(element, own);
      this.#flush(own);
    }
  }

  #visitChildren(node: MarkupNode, block: BlockKind): void {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      this.visit(child, block);
    }
  }

  #flush(block: BlockKind): void {
    this.#text.add(block, this.#held);
    this.#held = '';
  }
}

function isElement(node: MarkupNode): node is MarkupElement {
  return node.nodeType === ELEMENT;
}

/** A row is one line, whatever its cells are made of. */
function isWithinRow(name: string, block: BlockKind): boolean {
  return block.kind === 'table' && name !== 'tr' && name !== 'table';
}

function blockOf(name: string): BlockKind | undefined {
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) return { kind: 'heading', level: Number(level) };
  if (name === 'tr') return { kind: 'table' };
  if (name === 'li' || name === 'dt' || name === 'dd') return { kind: 'list' };
  return undefined;
}

/** What a page hides from its readers may be meant for machines alone. */
function isHidden(element: MarkupElement): boolean {
  if (element.getAttribute('hidden') !== null) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style') ?? '';
  return /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(style);
}
