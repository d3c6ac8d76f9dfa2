import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatePassword, type PasswordRules } from '#cdk/local/secrets/generate-password.ts';

const usual: PasswordRules = {
  length: 32,
  excludedCharacters: '',
  lowercase: true,
  uppercase: true,
  numbers: true,
  punctuation: true,
  space: false,
  oneOfEach: true,
};
const KINDS = {
  lowercase: /[a-z]/,
  uppercase: /[A-Z]/,
  numbers: /\d/,
  space: / /,
  punctuation: /[^\w ]|_/,
};

test('a password has its length, each kind that is asked for, and nothing else', () => {
  const flag = fc.boolean();
  const rules = fc.record({
    length: fc.integer({ min: 5, max: 64 }),
    excludedCharacters: fc.constantFrom('', 'abcXYZ019-_'),
    lowercase: flag,
    uppercase: flag,
    numbers: flag,
    punctuation: flag,
    space: flag,
    oneOfEach: fc.constant(true),
  });
  fc.assert(
    fc.property(rules, (one) => {
      fc.pre(one.lowercase || one.uppercase || one.numbers || one.punctuation || one.space);
      const password = generatePassword(one);
      expect(password).toHaveLength(one.length);
      expect([...password].filter((letter) => one.excludedCharacters.includes(letter))).toEqual([]);
      for (const kind of ['lowercase', 'uppercase', 'numbers', 'punctuation', 'space'] as const) {
        expect(KINDS[kind].test(password), kind).toBe(one[kind]);
      }
    }),
  );
});

test('no two are the same', () => {
  expect(generatePassword(usual)).not.toBe(generatePassword(usual));
});

test('rules that leave no password are refused', () => {
  const none = { ...usual, lowercase: false, uppercase: false, numbers: false, punctuation: false };
  expect(() => generatePassword(none)).toThrow(RangeError);
  expect(() => generatePassword({ ...usual, length: 3 })).toThrow(RangeError);
  expect(generatePassword({ ...usual, length: 3, oneOfEach: false })).toHaveLength(3);
});
