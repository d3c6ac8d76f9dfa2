/** For as long after somebody was told of an alarm, nobody is told of it again. */
export const COOLDOWN_MS = 300_000;

/** What somebody was told last of an alarm. */
export interface LastNotice {
  readonly change: 'fired' | 'recovered';
  readonly at: Date;
}

/**
 * Whether somebody is told of a change. `later`: within the cooldown, but it is not what they believe; they
 * are told at its end, if it is still so.
 */
export function whenToNotify(
  change: 'fired' | 'recovered',
  at: Date,
  last: LastNotice | undefined,
): 'now' | 'later' | 'never' {
  // Who was never told of a failure need not hear that it is over.
  if (last === undefined) return change === 'fired' ? 'now' : 'never';
  const isWithin = at.getTime() - last.at.getTime() < COOLDOWN_MS;
  if (!isWithin) return change === 'recovered' && last.change === 'recovered' ? 'never' : 'now';
  return change === last.change ? 'never' : 'later';
}
