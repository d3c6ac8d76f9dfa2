import { plainNumbers } from './read-amount.ts';

/** A line of ingredients, taken apart: what stands in brackets is a remark. */
export interface CleanLine {
  readonly main: string;
  readonly remarks: readonly string[];
  readonly optional: boolean;
}

const OPTIONAL =
  /\boptional(?:ly)?\b|\bopcjonaln|\bif (?:needed|you like|desired)\b|\bjeśli lubisz\b/i;

/** Takes the markdown, the bullet and the brackets off a line. */
export function cleanLine(text: string): CleanLine {
  const plain = plainNumbers(text.slice(0, 500))
    .replace(/\[([^[\]]{0,200})\]\([^()\s]{0,300}\)/g, '$1')
    .replace(/[*_]{1,3}/g, ' ')
    .replace(/^[\s\-•+]+/, '')
    .replace(/[~≈]/g, ' ');
  const remarks: string[] = [];
  // Once per level of nesting that authors really use.
  let main = plain;
  for (let level = 0; level < 2; level += 1) {
    main = main.replace(/\(([^()]{0,300})\)/g, (_, remark: string) => {
      remarks.push(remark.trim());
      // `2 (8-ounce) packages` stays apart from `clove(s)`.
      return /^e?s$/.test(remark) ? '' : ' ';
    });
  }
  const optional = OPTIONAL.test(plain);
  main = main
    .replace(/\boptional:?/i, ' ')
    .replace(
      /^\s*(?:about|around|approx\.?|approximately|roughly|circa|ok\.|około|additional|another)\s/i,
      '',
    )
    .replace(/\s+/g, ' ')
    .replace(/[.\s]{1,20}$/, '')
    .trim();
  return {
    main,
    remarks: remarks.filter((remark) => !/^(?:e?s|optional)$/i.test(remark)),
    optional,
  };
}
