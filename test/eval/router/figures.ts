/** How well answers met what was expected. */
export interface Figures {
  readonly macroF1: number;
  readonly accuracy: number;
  readonly f1: ReadonlyMap<string, number>;
  /** By what was expected, then by what was answered. */
  readonly confusion: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface Judged {
  readonly expected: string;
  readonly answered: string;
}

export function figuresOf(judged: readonly Judged[], classes: readonly string[]): Figures {
  const count = (matches: (one: Judged) => boolean) => judged.filter(matches).length;
  const confusion = new Map(
    classes.map((expected) => [
      expected,
      new Map(
        classes.map((answered) => [
          answered,
          count((one) => one.expected === expected && one.answered === answered),
        ]),
      ),
    ]),
  );
  const f1 = new Map(
    classes.map((name) => {
      const right = confusion.get(name)?.get(name) ?? 0;
      const asked = count(({ expected }) => expected === name);
      const said = count(({ answered }) => answered === name);
      return [name, (2 * right) / Math.max(1, asked + said)];
    }),
  );
  const sum = [...f1.values()].reduce((total, one) => total + one, 0);
  const right = count(({ expected, answered }) => expected === answered);
  return { macroF1: sum / classes.length, accuracy: right / judged.length, f1, confusion };
}
