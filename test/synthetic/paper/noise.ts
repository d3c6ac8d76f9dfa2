/** Smooth chance over a plane, 0 … 1, a bump about every whole number (value noise). */
export type Noise = (x: number, y: number) => number;

export function smoothNoise(seed: number): Noise {
  return (x, y) => {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    const [right, down] = [ease(x - column), ease(y - row)];
    const top = mix(lattice(seed, column, row), lattice(seed, column + 1, row), right);
    const low = mix(lattice(seed, column, row + 1), lattice(seed, column + 1, row + 1), right);
    return mix(top, low, down);
  };
}

function lattice(seed: number, x: number, y: number): number {
  let mixed = (seed + Math.imul(x, 0x27d4eb2d) + Math.imul(y, 0x165667b1)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

function ease(t: number): number {
  return t * t * (3 - 2 * t);
}
