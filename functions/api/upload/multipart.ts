import busboy from 'busboy';
import type { Request } from '#shared/entry/request.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { ReceivedFile } from '#shared/uploads/receive-upload.ts';
import { MAX_DIRECT_BYTES } from '#shared/uploads/upload.ts';
import { UploadKind } from '#shared/uploads/upload-state.ts';

/** The file of a request: its body as it is, or the form in it. @throws UserError as {@link readForm} */
export async function fileOf(
  request: Pick<Request, 'bytes' | 'contentType' | 'headers'> & {
    readonly query: { readonly kind: ReceivedFile['kind'] };
  },
): Promise<ReceivedFile> {
  const { bytes, contentType, headers, query } = request;
  return contentType === 'multipart/form-data'
    ? await readForm(headers['content-type'] ?? '', bytes, query.kind)
    : { kind: query.kind, fileName: null, contentType, bytes };
}

/**
 * The file of a form: its one part `file` and, if it is there, a field `kind`.
 * @throws UserError multipart-broken, file-missing, file-twice, bad kind
 */
async function readForm(
  contentType: string,
  body: Buffer,
  kindOfQuery: ReceivedFile['kind'],
): Promise<ReceivedFile> {
  let kind: string = kindOfQuery;
  const files: Pick<ReceivedFile, 'fileName' | 'contentType' | 'bytes'>[] = [];
  await new Promise<void>((resolve, reject) => {
    const broken = (cause: unknown) => reject(refusal('multipart-broken', cause));
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: { 'content-type': contentType },
        defParamCharset: 'utf8',
        limits: { fields: 5, fieldSize: 1000, parts: 10, fileSize: MAX_DIRECT_BYTES + 1 },
      });
    } catch (cause) {
      return broken(cause); // no boundary
    }
    parser.on('field', (name, value) => {
      if (name === 'kind') kind = value;
    });
    parser.on('file', (name, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', broken);
      stream.on('end', () => {
        // Postgres keeps every character but NUL; a name is not worth refusing its file for.
        const fileName = (info.filename ?? '').replaceAll('\0', '');
        const file = { fileName, contentType: info.mimeType, bytes: Buffer.concat(chunks) };
        if (name === 'file') files.push(file);
      });
    });
    parser.on('error', broken);
    parser.on('close', resolve);
    parser.end(body);
  });
  const [file, second] = files;
  if (file === undefined) throw refusal('file-missing');
  if (second !== undefined) throw refusal('file-twice');
  const known = UploadKind.safeParse(kind);
  if (!known.success) throw refusal('kind-unknown');
  return { kind: known.data, ...file };
}

const MESSAGES = {
  'multipart-broken': {
    pl: 'Formularz jest uszkodzony lub niepełny.',
    en: 'The form is broken or cut off.',
  },
  'file-missing': {
    pl: 'W formularzu nie ma części „file”.',
    en: 'The form has no part named "file".',
  },
  'file-twice': {
    pl: 'Formularz ma więcej niż jedną część „file”. Wyślij każdy plik osobno.',
    en: 'The form has more than one part named "file". Send each file by itself.',
  },
  'kind-unknown': {
    pl: 'Pole „kind” to receipt albo document.',
    en: 'The field "kind" is receipt or document.',
  },
} as const;

function refusal(code: keyof typeof MESSAGES, cause?: unknown): UserError {
  return new UserError('bad-input', code, MESSAGES[code], { cause });
}
