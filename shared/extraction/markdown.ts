import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { MAX_DEPTH } from './check-markup.ts';
import { decodeText } from './decode-text.ts';
import type { ExtractedDocument } from './extracted.ts';
import { TextBudget, TextBuilder } from './text-builder.ts';

/** A book; some texts take the parser time that grows with the square of their length. */
const MAX_CHARACTERS = 500_000;

/**
 * Headings, lists, tables and paragraphs of a Markdown text; raw HTML in it is left out.
 * @throws PermanentError `document-too-long`, `document-too-complex`
 */
export function extractMarkdown(bytes: Buffer): ExtractedDocument {
  const source = withoutFrontMatter(decodeText(bytes));
  if (source.length > MAX_CHARACTERS) {
    throw new PermanentError('document-too-long', `Markdown of ${source.length} characters`);
  }
  const tree = fromMarkdown(source, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  const text = new TextBuilder(new TextBudget());
  addNode(tree, text, 0);
  const first = tree.children[0];
  const title = first?.type === 'heading' && first.depth === 1 ? textOf(first, 0) : null;
  return { title, isPaged: false, pages: [text.page()] };
}

function addNode(node: Nodes, text: TextBuilder, depth: number): void {
  refuseDeep(depth);
  if (node.type === 'heading') {
    text.add({ kind: 'heading', level: node.depth }, textOf(node, depth));
  } else if (node.type === 'tableRow') {
    text.add({ kind: 'table' }, node.children.map((cell) => textOf(cell, depth)).join(' | '));
  } else if (node.type === 'listItem') {
    // Its own text is one line, lists within it follow.
    const own = node.children.filter(({ type }) => type !== 'list');
    text.add({ kind: 'list' }, own.map((child) => textOf(child, depth)).join(' '));
    for (const child of node.children) {
      if (child.type === 'list') addNode(child, text, depth + 1);
    }
  } else if (node.type === 'paragraph' || node.type === 'code') {
    text.add({ kind: 'paragraph' }, textOf(node, depth));
  } else if ('children' in node) {
    for (const child of node.children) addNode(child, text, depth + 1);
  }
}

function textOf(node: Nodes, depth: number): string {
  refuseDeep(depth);
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'image') return node.alt ?? '';
  if (!('children' in node)) return '';
  return childrenOf(node)
    .map((child) => textOf(child, depth + 1))
    .join(isInline(node) ? '' : ' ');
}

function childrenOf(node: Parents): readonly Nodes[] {
  return node.children;
}

/** Parts of a line follow one another as they stand; blocks have a gap between them. */
function isInline({ type }: Parents): boolean {
  return type !== 'blockquote' && type !== 'listItem' && type !== 'list';
}

function refuseDeep(depth: number): void {
  if (depth <= MAX_DEPTH) return;
  throw new PermanentError('document-too-complex', `More than ${MAX_DEPTH} parts in one another`);
}

/** Settings of the program that wrote it, between two lines of dashes at the very beginning. */
function withoutFrontMatter(source: string): string {
  if (!source.startsWith('---\n')) return source;
  const end = source.indexOf('\n---\n', 3);
  return end < 0 ? source : source.slice(end + 5);
}
