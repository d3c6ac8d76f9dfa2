import type { Layout } from '../layout.ts';
import { auchan } from './auchan.ts';
import { biedronka } from './biedronka.ts';
import { carrefour } from './carrefour.ts';
import { dino } from './dino.ts';
import { kaufland } from './kaufland.ts';
import { lidl } from './lidl.ts';
import { netto } from './netto.ts';
import { zabka } from './zabka.ts';

export const LAYOUTS: readonly [Layout, ...Layout[]] = [
  biedronka,
  lidl,
  zabka,
  auchan,
  kaufland,
  carrefour,
  dino,
  netto,
];
