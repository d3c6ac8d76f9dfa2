import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { FileType } from './inspect-file.ts';

/** An image as sharp can decode it: every type but HEIC as it is. @throws PermanentError image-damaged */
export async function toDecodable(bytes: Buffer, type: FileType): Promise<Buffer> {
  if (type !== 'heic') return bytes;
  const { default: convert } = await import('heic-convert');
  try {
    return Buffer.from(await convert({ buffer: bytes, format: 'JPEG', quality: 0.95 }));
  } catch (cause) {
    return throwDamaged(cause);
  }
}

/** @throws PermanentError image-damaged */
export function throwDamaged(cause: unknown): never {
  throw new PermanentError('image-damaged', 'The image cannot be decoded', { cause });
}
