/** Forms of the days of a week from Monday, as people write them. */
const FORMS: readonly (readonly string[])[] = [
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'],
  ['poniedziałku', 'wtorku', 'środy', 'czwartku', 'piątku', 'soboty', 'niedzieli'],
  ['poniedzialku', 'wtorku', 'srody', 'czwartku', 'piatku', 'soboty', 'niedzieli'],
  ['poniedzialek', 'wtorek', 'srode', 'czwartek', 'piatek', 'sobote', 'niedziele'],
  // Last, for `wtorek` is most often said as `we wtorek`.
  ['poniedziałek', 'wtorek', 'środę', 'czwartek', 'piątek', 'sobotę', 'niedzielę'],
];
const ROW_OF = new Map(FORMS.flatMap((row) => row.map((form) => [form, row] as const)));
const WEEK = 7;

/**
 * A sentence with the days of the week that it names so many days later: what was written on a Saturday
 * for Monday is said on a Sunday for Tuesday.
 * @param days may be negative
 */
export function withMovedWeekdays(text: string, days: number): string {
  const moved = ((days % WEEK) + WEEK) % WEEK;
  return text.replace(/\p{L}+/gu, (word) => {
    const row = ROW_OF.get(word.toLowerCase());
    const at = row?.indexOf(word.toLowerCase()) ?? 0;
    return moved === 0 ? word : (row?.[(at + moved) % WEEK] ?? word);
  });
}
