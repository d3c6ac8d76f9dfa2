import { randomInt } from 'node:crypto';

/** What `GenerateSecretString` of a template asks for. */
export interface PasswordRules {
  readonly length: number;
  readonly excludedCharacters: string;
  readonly lowercase: boolean;
  readonly uppercase: boolean;
  readonly numbers: boolean;
  readonly punctuation: boolean;
  readonly space: boolean;
  /** At least one of each kind that is asked for. */
  readonly oneOfEach: boolean;
}

const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * A random password as Secrets Manager makes it.
 * @throws RangeError when the rules leave no character, or ask for more kinds than there is room for
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
export function generatePassword(rules: PasswordRules): string {
  const kinds = [
    rules.lowercase ? LOWERCASE : '',
    rules.uppercase ? LOWERCASE.toUpperCase() : '',
    rules.numbers ? '0123456789' : '',
    rules.punctuation ? PUNCTUATION : '',
    rules.space ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((one) => !rules.excludedCharacters.includes(one)))
    .filter((kind) => kind.length > 0);
  const required = rules.oneOfEach ? kinds.map(pick) : [];
  if (kinds.length === 0 || required.length > rules.length) {
    throw new RangeError('The rules of the secret allow no password');
  }
  const all = kinds.flat();
  const others = Array.from({ length: rules.length - required.length }, () => pick(all));
  return shuffled([...required, ...others]).join('');
}

function pick(characters: readonly string[]): string {
  return characters[randomInt(characters.length)] ?? '';
}

/** Each one goes to a random place among those before it, so every order is as likely as any other. */
function shuffled(characters: readonly string[]): string[] {
  const result: string[] = [];
  for (const one of characters) result.splice(randomInt(result.length + 1), 0, one);
  return result;
}
