import { randomFrom } from '#test/synthetic/random.ts';
import { type LabelledName, labelledNames } from './labelled-names.ts';

const LETTERS = 'ABCDEFGHIKLMNOPRSTUWYZ';

export const DAMAGES = [
  'nothing',
  'one wrong letter',
  'one lost letter',
  'two wrong letters',
  'a lost first letter',
] as const;

export type Damage = (typeof DAMAGES)[number];

/** Labelled names as a bad photograph leaves them, the same in every run; short ones are left out. */
export function damagedNames(set: 'tuning' | 'held-out', damage: Damage): LabelledName[] {
  const random = randomFrom(DAMAGES.indexOf(damage) + 1);
  const struck = (name: string, by: string) => {
    const at = random.whole(0, name.length - 1);
    return name.slice(0, at) + by + name.slice(at + 1);
  };
  const wrong = (name: string) => struck(name, LETTERS[random.whole(0, LETTERS.length - 1)] ?? '');
  const damaged = {
    nothing: (name: string) => name,
    'one wrong letter': wrong,
    'one lost letter': (name: string) => struck(name, ''),
    'two wrong letters': (name: string) => wrong(wrong(name)),
    'a lost first letter': (name: string) => name.slice(1),
  }[damage];
  return labelledNames(set)
    .filter(({ name, ids }) => ids.length > 0 && name.length >= 6)
    .map(({ name, ids }) => ({ name: damaged(name), ids }));
}
