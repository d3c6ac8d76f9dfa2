import { messageOf } from '#shared/pantry-requests/message.ts';
import { requestsOf } from '#shared/pantry-requests/read-requests.ts';
import { isChange } from '#shared/pantry-requests/request.ts';
import { namesList, readAct } from '#shared/plan-requests/read-act.ts';
import { messageLanguage } from '#shared/router/message-language.ts';
import { ANY_DAY } from '#shared/schemas/day.ts';
import decisions from './data/decisions.json' with { type: 'json' };
import { type Decision, joined, readDecision, wordsOf } from './decision-words.ts';

/** What ends a decision and begins its reason: `undo that, found it at the back`, `cofnij, bo się pomyliłam`. */
const ENDS = new RegExp(`[,.;:!–—-]\\s*|\\s(?=(?:${decisions.because.split(' ').join('|')})\\s)`);
const LEAVING = new Set(decisions.strongReject.split(' '));
const ASKING = new Set(decisions.asking.split(' '));
const DENYING = new Set(decisions.denying.split(' '));
const MOST_CHARACTERS = 120;

/**
 * What a message takes back or leaves with a reason behind it. A reason names no amount and asks for
 * nothing; with one nothing is ever confirmed, for a yes that says more may be a correction.
 */
export function readReasonedDecision(message: string): Exclude<Decision, 'confirm'> | null {
  if (message.length > MOST_CHARACTERS || /[?\d]/.test(message)) return null;
  const [end] = [...message.matchAll(new RegExp(ENDS, 'g'))].filter(({ index }) =>
    decidesAlone(message.slice(0, index)),
  );
  if (end === undefined) return null;
  const decision = readDecision(message.slice(0, end.index));
  const reason = message.slice(end.index + end[0].length);
  if (decision === null || decision === 'confirm' || !isReason(reason)) return null;
  return decision;
}

function decidesAlone(words: string): boolean {
  const decision = readDecision(words);
  if (decision !== 'reject') return decision === 'undo';
  // A bare no begins corrections: `nie, dwa`.
  return joined(wordsOf(words)).some((word) => LEAVING.has(word));
}

/** What books or asks something of its own is none: it names a product, a plan or a list, or asks. */
function isReason(said: string): boolean {
  const words = wordsOf(said);
  if (readDecision(said) === 'confirm' || words.length < 2) return false;
  // `I didn't eat it` tells what was not done.
  if (words.slice(0, 3).some((word) => DENYING.has(word))) return true;
  if (ASKING.has(words[0] ?? '') || readAct(said) !== null || namesList(said)) return false;
  const requests = requestsOf(messageOf(said, messageLanguage(said), ANY_DAY));
  return !requests.some((request) =>
    isChange(request)
      ? request.items.some(({ product }) => product !== null)
      : 'product' in request && request.product !== null,
  );
}
