import { smoothNoise } from '../paper/noise.ts';
import type { Random } from '../random.ts';
import type { Shot } from './damage.ts';

/** Share of the light at a place of the picture, both 0 … 1. */
export type Light = (x: number, y: number) => number;

/** The lamp stands to one side; a hand with the telephone may be between it and the paper. */
export function lightOf(shot: Shot, random: Random): Light {
  const angle = random.between(0, 2 * Math.PI);
  const [lampX, lampY] = [Math.cos(angle), Math.sin(angle)];
  // The hand's shadow: a wavy edge across the picture, soft over `soft` of it.
  const slant = random.between(-0.5, 0.5);
  const edge = random.between(0.35, 0.65);
  const soft = random.between(0.02, 0.12);
  const fingers = smoothNoise(random.whole(1, 1e9));
  const fromLeft = random.chance(0.5);
  return (x, y) => {
    const lamp = 1 - shot.uneven * (0.5 + 0.5 * (lampX * (2 * x - 1) + lampY * (2 * y - 1)));
    if (shot.shadow === 0) return lamp;
    const across = fromLeft ? x : 1 - x;
    const away = (across + slant * (y - 0.5) - edge - 0.12 * (fingers(y * 7, 0.5) - 0.5)) / soft;
    const dark = away <= -1 ? 0 : away >= 1 ? 1 : (2 + 3 * away - away ** 3) / 4;
    return lamp * (1 - shot.shadow * dark);
  };
}
