import sharp from 'sharp';
import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Completion, Model, Prompt } from '#shared/llm/model.ts';
import type { Reading } from '#shared/reading/model/reading.ts';
import type { Turns } from '#shared/reading/model/turns.ts';
import { uprightPage } from '#shared/reading/pages/line-pictures.ts';

const WIDTH = 600;
const PITCH = 40;
const GREY = 6;

/**
 * A page on which line after line is a stripe of a grey of its own, so that a picture of a line says
 * which line it shows. @param read what the readers had there; null for a line they overlooked
 */
export async function stripedPage(read: readonly (string | null)[]) {
  const height = PITCH * (read.length + 1);
  const stripes = read.map((_, at) => ({
    input: {
      create: { width: WIDTH - 40, height: 24, channels: 3 as const, background: greyOf(at) },
    },
    left: 20,
    top: topOf(at),
  }));
  const background = { width: WIDTH, height, channels: 3 as const, background: '#fff' };
  const file = await sharp({ create: background }).composite(stripes).png().toBuffer();
  const lines = read.flatMap((text, at) => {
    const box = { x0: 20, y0: topOf(at), x1: WIDTH - 20, y1: topOf(at) + 24 };
    return text === null ? [] : [{ text, words: [{ text, confidence: 0.6, box }] }];
  });
  const reading: Reading = {
    engine: 'paddle',
    variant: 'voted',
    lines,
    confidence: 0.6,
    milliseconds: 1,
    sheet: { width: WIDTH, bottoms: [height], turns: 0 },
  };
  return { openPage: (turns: Turns) => uprightPage(file, turns), reading };
}

function topOf(at: number): number {
  return at * PITCH + 8;
}

function greyOf(at: number) {
  return { r: at * GREY, g: at * GREY, b: at * GREY };
}

/** Which line a picture shows: the grey in its middle. */
export async function lineShownOn(picture: Uint8Array): Promise<number> {
  const { data, info } = await sharp(picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const middle = data[Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)] ?? 255;
  return Math.round(middle / GREY);
}

export interface Eye extends Model {
  /** The lines of the page that each question showed. */
  readonly shown: number[][];
  /** What each question said besides its pictures. */
  readonly words: string[];
}

/** A model that sees, of which nothing is asked that it was not told; a model costs money. */
export function eye(told: Readonly<Record<number, string>>): Eye {
  const [shown, words]: [number[][], string[]] = [[], []];
  return {
    shown,
    words,
    async complete<S extends Schema>({ system, question, pictures = [], schema }: Prompt<S>) {
      const lines = await Promise.all(pictures.map(({ bytes }) => lineShownOn(bytes)));
      shown.push(lines);
      words.push(`${system}\n${question}`);
      const answers = lines.map((line, at) => {
        const text = told[line];
        if (text === undefined) throw new Error(`nobody told what line ${line} says`);
        return { line: at + 1, text };
      });
      return answered(schema, { lines: answers });
    },
  };
}

const USAGE = { inputTokens: 700, outputTokens: 60, model: 'eye' };

function answered<S extends Schema>(schema: S, sent: unknown): Completion<S> {
  const result = z.safeParse(schema, sent);
  return result.success
    ? { ok: true, value: result.data, usage: USAGE }
    : { ok: false, why: 'invalid', detail: z.prettifyError(result.error), usage: USAGE };
}
