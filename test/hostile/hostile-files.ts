import { HEIC_BOMBS } from './heic-bombs.ts';
import type { HostileFile } from './hostile-file.ts';
import { PDF_BOMBS } from './pdf-bombs.ts';
import { PDF_CONTENT_BOMBS } from './pdf-content-bombs.ts';
import { PHOTO_BOMBS } from './photo-bombs.ts';
import { PNG_BOMBS } from './png-bombs.ts';
import { TIFF_BOMBS } from './tiff-bombs.ts';

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...PDF_CONTENT_BOMBS,
  ...PDF_BOMBS,
  ...PNG_BOMBS,
  ...PHOTO_BOMBS,
  ...TIFF_BOMBS,
  ...HEIC_BOMBS,
];
