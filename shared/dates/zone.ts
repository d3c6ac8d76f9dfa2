/** Whether this is the IANA name of a time zone: `Europe/Warsaw`. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name); // an offset is not a zone: it has no daylight saving time
  } catch {
    return false; // RangeError: no such zone
  }
}
