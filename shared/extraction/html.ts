import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { checkMarkup } from './check-markup.ts';
import { decodeText } from './decode-text.ts';
import type { ExtractedDocument, Page } from './extracted.ts';
import { addMarkup, type MarkupNode } from './html-blocks.ts';
import { TextBudget, TextBuilder } from './text-builder.ts';

/** Where a page says how it is written, in a tag at its beginning. */
const CHARSET = /\bcharset\s{0,9}=\s{0,9}["']?([\w-]{1,40})/i;
/** An article that holds less of the page's text has left out some of what it is about. */
const MIN_SHARE = 0.5;

/**
 * The text of a page: its article without menus, as browsers read it aloud, or all of its body where an
 * article would leave out much. Nothing of its markup is kept, and none of its scripts is run.
 * @throws PermanentError `document-too-complex`, `document-too-long`
 */
export function extractHtml(bytes: Buffer): ExtractedDocument {
  const declared = CHARSET.exec(bytes.toString('latin1', 0, 2048))?.[1];
  const { title, page } = readMarkup(decodeText(bytes, declared));
  return { title, isPaged: false, pages: [page] };
}

/** The body of a page as blocks, and its article instead where it has one. */
function readMarkup(html: string): { readonly title: string | null; readonly page: Page } {
  const document = treeOf(/<body\b/i.test(html) ? html : withBody(html));
  const title = document.querySelector('title')?.textContent?.trim() || null;
  const page = pageOf(document.body);
  if (!isProbablyReaderable(document)) return { title, page };
  // It changes the tree, and is the last to read it.
  const article = new Readability<MarkupNode>(document, { serializer: (node) => node }).parse();
  const content = article?.content ? pageOf(article.content) : page;
  return { title, page: content.text.length < page.text.length * MIN_SHARE ? page : content };
}

/** Blocks of markup that a converter of ours made. @throws as {@link extractHtml} */
export function pageOfMarkup(html: string): Page {
  return pageOf(treeOf(withBody(html)).body);
}

/** What is asked of a tree here; the types of the libraries are those of a browser. */
interface Tree {
  readonly body: MarkupNode;
  querySelector(selector: string): { readonly textContent: string | null } | null;
}

function treeOf(html: string): Tree {
  checkMarkup(html);
  const { document }: { readonly document: Tree } = parseHTML(html);
  return document;
}

/** A page may leave out the tag of its body, which the parser does not add. */
function withBody(html: string): string {
  return `<!doctype html><html><body>${html}</body></html>`;
}

function pageOf(root: MarkupNode): Page {
  const text = new TextBuilder(new TextBudget());
  addMarkup(root, text);
  return text.page();
}
