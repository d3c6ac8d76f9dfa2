/**
 * The same function, which keeps its last answers: the words of recipes are few and come again and again.
 * @param maxAnswers when there are more, all are forgotten, as texts from outside are not ours to bound
 */
export function remembered<Args extends readonly (string | boolean)[], Answer>(
  maxAnswers: number,
  answer: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const answers = new Map<string, Answer>();
  return (...args) => {
    const key = args.join('\n');
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= maxAnswers) answers.clear();
    const made = answer(...args);
    answers.set(key, made);
    return made;
  };
}
