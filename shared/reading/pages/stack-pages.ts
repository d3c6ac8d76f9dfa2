import sharp from 'sharp';

/** Pages below one another, as if they were one long receipt. */
export async function stackPages(pages: readonly Buffer[]) {
  const sizes = await Promise.all(pages.map((page) => sharp(page).metadata()));
  const width = Math.max(...sizes.map((size) => size.width));
  const bottoms: number[] = [];
  const layers = pages.map((input, at) => {
    const top = bottoms.at(-1) ?? 0;
    bottoms.push(top + (sizes[at]?.height ?? 0));
    return { input, left: 0, top };
  });
  const height = bottoms.at(-1) ?? 0;
  const image = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .png()
    .toBuffer();
  return { image, ends: bottoms.map((bottom) => bottom / height) };
}
