import { decodeHTML } from 'entities';
import { jsonrepair } from 'jsonrepair';

/** Of text that is no JSON; repairing takes some 60 ns a letter. */
const MAX_REPAIRED = 2_000_000;
/** What pages put around a script, so that old browsers and XML pass over it. */
const WRAPPERS = ['<!--', '-->', '<![CDATA[', ']]>'];

/**
 * JSON as browsers and search engines forgive it: raw line breaks in texts, comments, commas too many,
 * entities for quotes.
 * @returns undefined for what has no object of any kind in it
 */
export function tolerantJson(script: string): unknown {
  const whole = script.replace(/^\uFEFF/, '').trim();
  const given = parsed(whole);
  if (given !== undefined) return given;
  const bare = WRAPPERS.reduce((rest, wrapper) => rest.replaceAll(wrapper, ' '), whole).trim();
  const text = bare.endsWith(';') ? bare.slice(0, -1) : bare;
  if (!/[{[]/.test(text.slice(0, 200)) || text.length > MAX_REPAIRED) return undefined;
  const plain = text.includes('&quot;') && !text.includes('"') ? decodeHTML(text) : text;
  try {
    return JSON.parse(jsonrepair(plain));
  } catch {
    return undefined; // not JSON after all; pages hold broken scripts beside whole ones
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller repairs it
  }
}
