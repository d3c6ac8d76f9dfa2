// Writes the files of test/data/heic; needs heif-enc with x265 (Debian: libheif-examples).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { syntheticCases } from '#test/eval/cases.ts';
import { TUNE } from '#test/synthetic/sets.ts';
import { phoneHeic, TILE } from './phone-heic.ts';

const folder = mkdtempSync(join(tmpdir(), 'heic-'));

function encoded(jpeg: Buffer, quality: number): Buffer {
  const [from, to] = [join(folder, 'in.jpg'), join(folder, 'out.heic')];
  writeFileSync(from, jpeg);
  execFileSync('heif-enc', ['-q', String(quality), from, '-o', to]);
  return readFileSync(to);
}

/** The photograph of Lidl as an iPhone held upright keeps it: lying, in tiles. */
async function phone(): Promise<Buffer> {
  const lying = await sharp('test/data/receipts/Receipt_6.jpeg')
    .rotate(270)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = lying.info;
  const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)];
  const whole = await sharp(lying.data, { raw: lying.info })
    .extend({ right: columns * TILE - width, bottom: rows * TILE - height, extendWith: 'copy' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const tiles: Buffer[] = [];
  for (let at = 0; at < columns * rows; at++) {
    const place = { left: (at % columns) * TILE, top: Math.floor(at / columns) * TILE };
    const tile = sharp(whole.data, { raw: whole.info }).extract({
      ...place,
      width: TILE,
      height: TILE,
    });
    tiles.push(encoded(await tile.jpeg({ quality: 100 }).toBuffer(), 50));
  }
  return phoneHeic({ tiles, columns, width, height, turns: 3, orientation: 6 });
}

/** The first photograph of the set `tune`, lying, with EXIF that says so and no `irot`. */
async function plain(): Promise<Buffer> {
  const [first] = syntheticCases(TUNE, 1);
  if (first === undefined) throw new Error('The set is empty');
  const jpeg = await sharp(await first.file())
    .rotate(270)
    .resize({ width: 1400 })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
  return encoded(jpeg, 50);
}

writeFileSync('test/data/heic/Receipt_6.heic', await phone());
writeFileSync('test/data/heic/tune.heic', await plain());
rmSync(folder, { recursive: true });
