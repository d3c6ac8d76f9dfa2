import reportDamage from './data/report-damage.json' with { type: 'json' };
import reportGoods from './data/report-goods.json' with { type: 'json' };
import reportShops from './data/report-shops.json' with { type: 'json' };
import tuneDamage from './data/tune-damage.json' with { type: 'json' };
import tuneGoods from './data/tune-goods.json' with { type: 'json' };
import tuneShops from './data/tune-shops.json' with { type: 'json' };
import { FONTS, type Font, withBareZero } from './fonts.ts';
import { Goods } from './goods.ts';
import { DamageScale } from './photo/damage.ts';
import { Shops } from './shop.ts';

/**
 * A set of receipts that shares nothing with the other: neither goods, layouts, wording, fonts,
 * seeds nor strengths of damage. The reader is tuned on one and reported on the other.
 */
export interface ReceiptSet {
  readonly name: 'tune' | 'report';
  readonly goods: Goods;
  readonly shops: Shops;
  /** Of tills: fixed width. */
  readonly thermal: readonly [Font, ...Font[]];
  /** Of loyalty apps. */
  readonly screen: readonly [Font, ...Font[]];
  readonly damage: DamageScale;
  readonly firstSeed: number;
}

export const TUNE: ReceiptSet = {
  name: 'tune',
  goods: Goods.parse(tuneGoods),
  shops: Shops.parse(tuneShops),
  thermal: [withBareZero(FONTS.vt323), withBareZero(FONTS.cousine), FONTS.cousine],
  screen: [FONTS.liberation, FONTS.cousineBold],
  damage: DamageScale.parse(tuneDamage),
  firstSeed: 1,
};

export const REPORT: ReceiptSet = {
  name: 'report',
  goods: Goods.parse(reportGoods),
  shops: Shops.parse(reportShops),
  thermal: [withBareZero(FONTS.ubuntu), withBareZero(FONTS.inconsolata), FONTS.inconsolata],
  screen: [FONTS.lato, FONTS.inconsolataBold],
  damage: DamageScale.parse(reportDamage),
  // New on 24 November 2026: the receipts from 500,001 on were looked into.
  firstSeed: 730_001,
};

export const SETS = { tune: TUNE, report: REPORT } as const;
