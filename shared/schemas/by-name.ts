import * as z from 'zod/mini';
import { words } from './words.ts';

/** Something as somebody calls it. */
export const ByName = z.strictObject({ name: words(200) });
