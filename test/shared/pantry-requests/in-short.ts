import { fold } from '#shared/language/fold.ts';
import type { Item, PantryRequest } from '#shared/pantry-requests/request.ts';

/** A request as the tables of sentences write it: `add 2 l mleka until 2027-03-14`. */
export function inShort(request: PantryRequest): string {
  switch (request.act) {
    case 'add':
    case 'consume':
    case 'waste':
    case 'open':
    case 'move':
    case 'freeze': {
      const items = request.items.map((item) => itemInShort(item, request.act)).join(' + ');
      const reason = request.reason === undefined ? '' : ` because ${fold(request.reason)}`;
      return `${request.act} ${items}${reason}`;
    }
    case 'howMuch':
    case 'where':
    case 'bestBefore':
      return `${request.act} ${request.product === null ? 'it' : fold(request.product)}`;
    case 'list':
      return words('list', request.location && `@${request.location}`);
    case 'expiring': {
      const at = request.location && `@${request.location}`;
      return words(request.expired ? 'expired' : 'expiring', request.until, at);
    }
    case 'spending': {
      const shop = request.shop === null ? undefined : `@${fold(request.shop)}`;
      const on = request.on === null ? undefined : fold(request.on);
      return words(
        request.by === 'shop' ? 'spending-by-shop' : 'spending',
        on,
        shop,
        ...request.periods.map(({ from, to }) => `${from}..${to}`),
        ...(request.also ?? []).map((one) => `+ ${inShort({ act: 'spending', ...one })}`),
      );
    }
    case 'wasted':
      return words('wasted', ...request.periods.map(({ from, to }) => `${from}..${to}`));
    case 'count':
      return words(
        'count',
        amountInShort(request.amount),
        request.product === null ? 'it' : fold(request.product),
      );
    case 'undo':
      return 'undo';
  }
}

function itemInShort({ product, amount, location, expires }: Item, act: string): string {
  const name = product === null ? 'it' : fold(product);
  const place = location !== undefined && act !== 'freeze' ? `@${location}` : undefined;
  return words(amountInShort(amount), name, expires && `until ${expires}`, place);
}

function amountInShort(amount: Item['amount']): string | undefined {
  if (amount === null) return undefined;
  if (amount.kind === 'measure') return `${amount.value} ${amount.unit}`;
  return amount.kind === 'share' ? `${amount.value} of` : amount.kind;
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
