import sharp from 'sharp';
import * as z from 'zod/mini';
import { similarity } from '#shared/language/ocr-skeleton.ts';
import { recogniseWords } from '#shared/reading/tesseract/tesseract.ts';
import { type JsonService, startJsonService } from './json-service.ts';

/** Less in common than this, and a picture shows none of the lines. */
const SAME = 0.4;

/** What is printed on the receipt of `test/data/receipts/Receipt_6.jpeg`, from its goods to its total. */
export const PRINTED_ON_RECEIPT_6: readonly string[] = [
  'BANANY PREMIUM ŚW. I',
  '1,86 * 4,99 9,28 B',
  'OGÓRKI ZIEL ŚWIEŻE F',
  '0,48 * 7,99 3,84 C',
  'MANGO PREMIUM ŚW. I',
  '0,476 * 19,99 9,52 B',
  'BIO CYTRYNY ŚWIEŻE I 2 * 3,99 7,98 B',
  'COOKIES ŚW.Z CZEKOL. I 1 * 1,69 1,69 B',
  'Sprzed. opod. PTU B 28,47',
  'Kwota B 08,00% 2,11',
  'Sprzed. opod. PTU C 3,84',
  'Kwota C 05,00% 0,18',
  'Podatek PTU 2,29',
  'SUMA PLN 32,31',
];

/** The photograph with a stain on the numbers of the lemons. */
export async function stainedReceipt6(photo: Buffer): Promise<Buffer> {
  const stain = { create: { width: 270, height: 30, channels: 3 as const, background: '#999' } };
  return await sharp(photo)
    .composite([{ input: stain, left: 505, top: 665 }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/**
 * What a model that sees would say of a picture: the printed line that Tesseract finds on it, as it is
 * printed, covered or not; nothing where it shows none of them.
 */
async function sees(picture: Buffer, printed: readonly string[]): Promise<string> {
  const words = await recogniseWords(
    await sharp(picture).withMetadata({ density: 300 }).png().toBuffer(),
  );
  const read = words.map(({ text }) => text).join(' ');
  const likeness = printed.map((line) => similarity(line, read));
  const most = Math.max(...likeness);
  return most < SAME ? '' : (printed[likeness.indexOf(most)] ?? '');
}

const Question = z.object({
  model: z.literal('eye'),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({
      role: z.literal('user'),
      content: z.array(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('text'), text: z.string() }),
          z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string() }) }),
        ]),
      ),
    }),
  ]),
});

/**
 * A server that speaks chat completions with a model named `eye`. It looks at every picture it is sent
 * and knows what is printed; anything but such a question fails it.
 */
export async function startSeeingServer(printed: readonly string[]): Promise<JsonService> {
  return await startJsonService(async ({ url, body }) => {
    if (url !== '/v1/chat/completions') throw new Error(`unexpected request to ${url}`);
    const { messages } = Question.parse(JSON.parse(body));
    const lines: { line: number; text: string }[] = [];
    for (const part of messages[1].content) {
      if (part.type === 'text') continue;
      const [, data] = /^data:image\/png;base64,(.+)$/.exec(part.image_url.url) ?? [];
      if (data === undefined) throw new Error('a picture is PNG, as data');
      const text = await sees(Buffer.from(data, 'base64'), printed);
      lines.push({ line: lines.length + 1, text });
    }
    const message = { content: JSON.stringify({ lines }) };
    const usage = { prompt_tokens: 900, completion_tokens: 40 };
    return { status: 200, body: { choices: [{ message }], usage } };
  });
}
