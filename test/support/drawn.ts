/**
 * How many random cases a test draws of the number it is written for: all of them in
 * `npm run test:thorough`, the first tenth in `npm test`. Seeds are fixed, so each draws the same ones
 * on every machine.
 */
export function drawn(count: number): number {
  return process.env.THOROUGH === '1' ? count : Math.ceil(count / 10);
}
