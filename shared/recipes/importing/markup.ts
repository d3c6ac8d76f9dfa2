import { Parser } from 'htmlparser2';
import { ItemReader } from './item-reader.ts';
import { type Line, LineReader } from './line-reader.ts';
import type { Node } from './node.ts';

const MAX_SCRIPTS = 50;
const JSON_LD = 'application/ld+json';

/** What a page says of itself for programs. */
export interface DescribedPage {
  /** The texts of its `<script type="application/ld+json">`. */
  readonly scripts: readonly string[];
  /** The items of its microdata and RDFa, outermost ones only. */
  readonly items: readonly Node[];
  /** What it shows, without menus. */
  readonly lines: readonly Line[];
  /** The language of its first tag: `pl-PL`. */
  readonly language: string | undefined;
}

/**
 * Reads a page in one pass and without a tree: trees of HTML take minutes for a megabyte of `<div>`.
 */
export function describedPage(html: string): DescribedPage {
  const scripts: string[] = [];
  const items = new ItemReader();
  const lines = new LineReader();
  let language: string | undefined;
  let script: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') language ??= attributes.lang ?? attributes['xml:lang'];
      const isJsonLd = attributes.type?.trim().toLowerCase().startsWith(JSON_LD) ?? false;
      if (name === 'script' && isJsonLd && scripts.length < MAX_SCRIPTS) script = '';
      items.open(name, attributes);
      lines.open(name);
    },
    ontext(text) {
      if (script !== undefined) {
        script += text;
        return;
      }
      items.text(text);
      lines.text(text);
    },
    onclosetag(name, isImplied) {
      // A script that is cut off is none.
      if (name === 'script' && script !== undefined) {
        if (!isImplied) scripts.push(script);
        script = undefined;
      }
      items.close(name);
      lines.close(name);
    },
  });
  parser.end(html);
  return { scripts, items: items.all(), lines: lines.lines(), language };
}
