/**
 * The same function, which keeps its last answers: the words of recipes are few and come again and again.
 * @param maxAnswers when there are more, all are forgotten, as texts from outside are not ours to bound
 */
export function remembered<Args extends readonly (string | boolean)[], Answer>(
  maxAnswers: number,
  answer: (...args: Args) => Answer,
): (...args: Args) => Answer {
  return rememberedBy(maxAnswers, (...args: Args) => args.join('\n'), answer);
}

/**
 * As `remembered`, for arguments that are no text.
 * @param keyOf the same for arguments that have the same answer, and for no others
 */
export function rememberedBy<Args extends readonly unknown[], Answer>(
  maxAnswers: number,
  keyOf: (...args: Args) => string,
  answer: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const answers = new Map<string, Answer>();
  return (...args) => {
    const key = keyOf(...args);
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= maxAnswers) answers.clear();
    const made = answer(...args);
    answers.set(key, made);
    return made;
  };
}
