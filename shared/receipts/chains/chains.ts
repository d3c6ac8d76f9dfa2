import aldi from './aldi.json' with { type: 'json' };
import auchan from './auchan.json' with { type: 'json' };
import biedronka from './biedronka.json' with { type: 'json' };
import carrefour from './carrefour.json' with { type: 'json' };
import type { Chain } from './chain.ts';
import delikatesyCentrum from './delikatesy-centrum.json' with { type: 'json' };
import dino from './dino.json' with { type: 'json' };
import edeka from './edeka.json' with { type: 'json' };
import hebe from './hebe.json' with { type: 'json' };
import intermarche from './intermarche.json' with { type: 'json' };
import kaufland from './kaufland.json' with { type: 'json' };
import leclerc from './leclerc.json' with { type: 'json' };
import lewiatan from './lewiatan.json' with { type: 'json' };
import lidl from './lidl.json' with { type: 'json' };
import makro from './makro.json' with { type: 'json' };
import netto from './netto.json' with { type: 'json' };
import orlen from './orlen.json' with { type: 'json' };
import polomarket from './polomarket.json' with { type: 'json' };
import rewe from './rewe.json' with { type: 'json' };
import rossmann from './rossmann.json' with { type: 'json' };
import selgros from './selgros.json' with { type: 'json' };
import spar from './spar.json' with { type: 'json' };
import stokrotka from './stokrotka.json' with { type: 'json' };
import superPharm from './super-pharm.json' with { type: 'json' };
import tesco from './tesco.json' with { type: 'json' };
import zabka from './zabka.json' with { type: 'json' };

/** Every chain the product knows. A new one is a JSON file, its import above and its entry here. */
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
  tesco,
  makro,
  orlen,
  hebe,
  intermarche,
  lewiatan,
  delikatesyCentrum,
  spar,
  leclerc,
  selgros,
  superPharm,
  rewe,
  edeka,
];
