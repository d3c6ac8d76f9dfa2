import aldi from './aldi.json' with { type: 'json' };
import auchan from './auchan.json' with { type: 'json' };
import biedronka from './biedronka.json' with { type: 'json' };
import carrefour from './carrefour.json' with { type: 'json' };
import type { Chain } from './chain.ts';
import dino from './dino.json' with { type: 'json' };
import kaufland from './kaufland.json' with { type: 'json' };
import lidl from './lidl.json' with { type: 'json' };
import netto from './netto.json' with { type: 'json' };
import polomarket from './polomarket.json' with { type: 'json' };
import rossmann from './rossmann.json' with { type: 'json' };
import stokrotka from './stokrotka.json' with { type: 'json' };
import zabka from './zabka.json' with { type: 'json' };

/** Every chain the product knows; add one by adding its file. */
export const chains: readonly Chain[] = [
  biedronka,
  lidl,
  zabka,
  auchan,
  kaufland,
  carrefour,
  dino,
  netto,
  stokrotka,
  rossmann,
  aldi,
  polomarket,
];
