import * as z from 'zod/mini';
import type { Random } from '../random.ts';
import { BACKGROUNDS } from './background.ts';

/** What may happen to a receipt before and while it is photographed; `clean` is all of it, but mild. */
export const DAMAGES = [
  'clean',
  'tilted',
  'perspective',
  'crumpled',
  'curled',
  'shadowed',
  'blurred',
  'noisy',
  'faded',
  'low-contrast',
  'cluttered',
  'turned',
] as const;
export type Damage = (typeof DAMAGES)[number];

/** A clean or a turned picture has no degrees of it. */
export function hasStrengths(damage: Damage): damage is Exclude<Damage, 'clean' | 'turned'> {
  return damage !== 'clean' && damage !== 'turned';
}

export const LEVELS = ['light', 'medium', 'heavy'] as const;
export type Level = (typeof LEVELS)[number];

const Strengths = z.tuple([z.number(), z.number(), z.number()]);

/** How strong a set's damages are, for light, medium and heavy; the units stand at {@link Shot}. */
export const DamageScale = z.object({
  backgrounds: z.array(z.enum(BACKGROUNDS)),
  megapixels: z.array(z.number()),
  /** JPEG quality, from and to. */
  jpeg: z.tuple([z.number(), z.number()]),
  tilted: Strengths,
  perspective: Strengths,
  crumpled: Strengths,
  curled: Strengths,
  shadowed: Strengths,
  blurred: Strengths,
  noisy: Strengths,
  faded: Strengths,
  'low-contrast': Strengths,
  cluttered: Strengths,
});
export type DamageScale = z.infer<typeof DamageScale>;

/** One photograph: everything that is not printed. */
export interface Shot {
  readonly background: (typeof BACKGROUNDS)[number];
  readonly megapixels: number;
  readonly jpeg: number;
  /** Degrees. */
  readonly tilt: number;
  /** How far the paper's corners are from a rectangle, in its widths. */
  readonly perspective: number;
  /** Creases. */
  readonly folds: number;
  /** How far lines bend in their middle, in dots. */
  readonly curl: number;
  /** Share of the light that is gone in the shadow of the hand, 0 … 1. */
  readonly shadow: number;
  /** Share of the light that one side lacks against the other, 0 … 1. */
  readonly uneven: number;
  /** Radius of the blur in dots; every second photograph is shaken rather than out of focus. */
  readonly blur: number;
  readonly shaken: boolean;
  /** Standard deviation of the sensor, in grey levels of 255. */
  readonly noise: number;
  readonly fade: number;
  readonly ink: number;
  /** Fingers and foreign papers at the edges. */
  readonly clutter: number;
  /** Degrees the telephone was held aside: the picture says nothing of it. */
  readonly turn: 0 | 90 | 180 | 270;
}

/** A mild hand-held photograph with one damage in the given strength. */
export function shotOf(damage: Damage, level: Level, scale: DamageScale, random: Random): Shot {
  const grade = LEVELS.indexOf(level);
  const strength = (kind: Exclude<Damage, 'clean' | 'turned'>, mild: number): number =>
    damage === kind ? (scale[kind][grade] ?? mild) : mild;
  const side = random.chance(0.5) ? 1 : -1;
  return {
    background: pick(random, scale.backgrounds),
    megapixels: pick(random, scale.megapixels),
    jpeg: random.whole(...scale.jpeg),
    tilt: side * strength('tilted', random.between(0, 0.8)),
    perspective: strength('perspective', random.between(0, 0.012)),
    folds: strength('crumpled', random.whole(0, 1)),
    curl: side * strength('curled', random.between(0, 2)),
    shadow: strength('shadowed', 0),
    uneven: damage === 'shadowed' ? 0.25 : random.between(0, 0.15),
    blur: strength('blurred', random.between(0.15, 0.35)),
    shaken: random.chance(0.5),
    noise: strength('noisy', random.between(1.5, 4)),
    fade: strength('faded', random.between(0, 0.12)),
    ink: strength('low-contrast', random.between(0.82, 1)),
    clutter: strength('cluttered', 0),
    turn: damage === 'turned' ? random.pick([90, 180, 270]) : 0,
  };
}

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[random.whole(0, choices.length - 1)];
  if (choice === undefined) throw new Error('a set has nothing to choose from');
  return choice;
}
