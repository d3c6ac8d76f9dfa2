import type { Locale } from '#shared/context/locale.ts';
import { bytes, reply } from '#shared/entry/reply.ts';
import type { Request } from '#shared/entry/request.ts';
import { listForm } from '#shared/shopping/list-forms.ts';
import type { ShownList } from '#shared/shopping/show-list.ts';

export const shown = ({ list, etag }: ShownList) => reply(200, list, { etag });

export const added = ({ list, etag }: ShownList) =>
  reply(201, list, { etag, location: `/api/v2/shopping-lists/${list.id}` });

/** A list as the client wants it: as JSON, as text, or as to-dos of a calendar. */
export function inForm(read: ShownList, locale: Locale, wants: Request['wants']) {
  const form = listForm(read.list, locale, wants);
  if (form === undefined) return shown(read);
  return bytes(200, form.body, { etag: read.etag, 'content-type': form.type });
}
