import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { type FieldError, type Message, UserError } from '#shared/errors/user-error.ts';

/** Where a value comes from, which decides how its pointer begins: `/items/0` in a body, `?limit` in a query. */
type Part = 'body' | 'query';

/** The value as parsed by the schema. @throws UserError `invalid-body` | `invalid-query` with fields */
export function check<S extends Schema>(schema: S, value: unknown, part: Part): z.output<S> {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw new UserError(
    'bad-input',
    `invalid-${part}`,
    part === 'body'
      ? { pl: 'Treść żądania jest niepoprawna.', en: 'The body is not valid.' }
      : { pl: 'Parametry żądania są niepoprawne.', en: 'The query parameters are not valid.' },
    {
      fields: result.error.issues.slice(0, 50).flatMap((issue) => fieldErrors(issue, part)),
    },
  );
}

function fieldErrors(issue: z.core.$ZodIssue, part: Part): FieldError[] {
  const start = part === 'query' ? '?' : '/';
  const path = issue.path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  const at = (keys: readonly string[]) => {
    if (part === 'query') return `${start}${keys.join('.')}`;
    return keys.length === 0 ? '' : `${start}${keys.join('/')}`;
  };
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // Of a union, report against the member with the fewest issues: it is the one most likely intended.
    const [nearest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
    return nearest.flatMap((inner) =>
      fieldErrors({ ...inner, path: [...issue.path, ...inner.path] }, part),
    );
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: at([...path, key]),
      detail: messageOf(issue, part),
    }));
  }
  return [{ pointer: at(path), detail: messageOf(issue, part) }];
}

/** One sentence per kind of issue: zod's locale files would add 10 KB to each function. */
function messageOf(issue: z.core.$ZodIssue, part: Part): Message {
  const [pl, en] = sentences(issue, part);
  return { pl, en };
}

function sentences(issue: z.core.$ZodIssue, part: Part): readonly [pl: string, en: string] {
  switch (issue.code) {
    case 'invalid_type':
      return [`Oczekiwano: ${issue.expected}.`, `Expected: ${issue.expected}.`];
    case 'too_big':
      return [`Najwyżej ${issue.maximum}.`, `At most ${issue.maximum}.`];
    case 'too_small':
      return [`Co najmniej ${issue.minimum}.`, `At least ${issue.minimum}.`];
    case 'invalid_value':
      return [
        `Dozwolone: ${issue.values.map(String).join(', ')}.`,
        `Allowed: ${issue.values.map(String).join(', ')}.`,
      ];
    case 'invalid_format':
      if (issue.message.includes(' / ')) return customSentences(issue.message);
      return [`Niepoprawny format: ${issue.format}.`, `Wrong format: ${issue.format}.`];
    case 'unrecognized_keys':
      return part === 'query'
        ? ['Nieznany parametr.', 'Unknown parameter.']
        : ['Nieznane pole.', 'Unknown field.'];
    case 'custom':
      return customSentences(issue.message);
    default:
      return ['Niepoprawna wartość.', 'Invalid value.'];
  }
}

/** Custom checks give both languages: `z.refine(isZone, 'Nieznana strefa. / Unknown zone.')`. */
function customSentences(message: string): readonly [pl: string, en: string] {
  const [pl = '', en = pl] = message.split(' / ');
  return [pl, en];
}
