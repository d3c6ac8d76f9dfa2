import type { Node } from './node.ts';
import { linesOf } from './plain-text.ts';
import { BREAKING_TAGS, UNREAD_TAGS, VOID_TAGS } from './tags.ts';

type Attributes = Readonly<Record<string, string>>;
type Item = Record<string, unknown[]>;

interface OpenTag {
  readonly name: string;
  /** The item that this tag begins. */
  readonly item?: Item | undefined;
  /** The item whose property it is, and the names of the property. */
  readonly owner?: Item | undefined;
  readonly properties: readonly string[];
  /** What it says by an attribute; else its text is its value. */
  readonly value?: string | undefined;
  readonly textFrom: number;
}

const MAX_ITEMS = 5_000;
const MAX_DEPTH = 1_000;
/** Of all texts together; an item within an item reads its own again. */
const MAX_TEXT = 2_000_000;
/** Attributes that hold a value in place of the text, by tag; a link to an ingredient is not its name. */
const VALUE_OF: Readonly<Record<string, string>> = {
  meta: 'content',
  time: 'datetime',
  data: 'value',
  meter: 'value',
  img: 'src',
  link: 'href',
};

/**
 * Microdata and RDFa as nodes like those of JSON-LD, from the tags of a page in their order. What only
 * programs of social networks read (`og:title`) is left out.
 */
export class ItemReader {
  readonly #open: OpenTag[] = [];
  readonly #outermost: Item[] = [];
  #items = 0;
  #text = '';
  #unread = 0;
  /** Tags too deep to be kept, which must be closed all the same. */
  #tooDeep = 0;

  open(name: string, attributes: Attributes): void {
    if (UNREAD_TAGS.has(name)) this.#unread += 1;
    if (BREAKING_TAGS.has(name)) this.text('\n');
    if (this.#open.length >= MAX_DEPTH) {
      this.#tooDeep += 1;
      return;
    }
    const owner = this.#open.findLast(({ item }) => item !== undefined)?.item;
    const properties = propertiesOf(attributes);
    const isItem = attributes.itemscope !== undefined || attributes.typeof !== undefined;
    const item = isItem && this.#items < MAX_ITEMS ? itemOf(attributes) : undefined;
    if (item !== undefined) {
      this.#items += 1;
      if (owner === undefined || properties.length === 0) this.#outermost.push(item);
    }
    const value = attributes.content ?? attributes[VALUE_OF[name] ?? ''];
    this.#open.push({ name, item, owner, properties, value, textFrom: this.#text.length });
  }

  text(text: string): void {
    if (this.#unread > 0 || this.#items === 0 || this.#text.length > MAX_TEXT) return;
    this.#text += text;
  }

  /** The parser closes what a page left open, in the right order. */
  close(name: string): void {
    if (UNREAD_TAGS.has(name)) this.#unread = Math.max(0, this.#unread - 1);
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const tag = this.#open.pop();
    if (tag === undefined) return;
    if (BREAKING_TAGS.has(name) && !VOID_TAGS.has(name)) this.text('\n');
    if (tag.owner === undefined || tag.properties.length === 0) return;
    const value = tag.item ?? tag.value ?? linesOf(this.#text.slice(tag.textFrom)).join('\n');
    for (const property of tag.properties) {
      tag.owner[property] = [...(tag.owner[property] ?? []), value];
    }
  }

  all(): readonly Node[] {
    return this.#outermost;
  }
}

function itemOf({ itemtype, typeof: type }: Attributes): Item {
  const types = (itemtype ?? type ?? '').split(/\s+/).filter((one) => one !== '');
  return { '@type': types };
}

/** Names without the vocabulary in front: `schema:name`, `http://schema.org/name`. */
function propertiesOf({ itemprop, property }: Attributes): string[] {
  return (itemprop ?? property ?? '').split(/\s+/).flatMap((written) => {
    const name = /^(?:schema:|v:|https?:\/\/(?:www\.)?schema\.org\/)?([a-z]{1,40})$/i.exec(written);
    return name?.[1] === undefined ? [] : [name[1]];
  });
}
