import { deflateRawSync } from 'node:zlib';
import type { DocumentFormat } from '#shared/extraction/document-format.ts';
import { type HostileFile, MB } from '#test/hostile/hostile-file.ts';
import { PDF_BOMBS } from '#test/hostile/pdf-bombs.ts';
import { docx, passwordPdf, textPdf, word } from '#test/support/made-documents.ts';
import { zipFile } from '#test/support/zip-file.ts';

/** A document made to do harm. `ends` is the code of its refusal, or what its text is like. */
export type HostileDocument = HostileFile & { readonly declared?: DocumentFormat };

const LINE = { text: 'Gwarancja trwa dwa lata od dnia zakupu.' };
const zeros = deflateRawSync(Buffer.alloc(64 * MB), { level: 9 });
const bomb = { name: 'word/media/a.bin', bytes: Buffer.alloc(0), packed: zeros };

export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  {
    name: 'a PDF with a password',
    bytes: passwordPdf,
    ends: 'document-password',
  },
  {
    name: 'a Word document with a password',
    bytes: () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(512),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ends: 'document-password',
  },
  {
    name: 'a PDF of 1,001 pages',
    bytes: () => textPdf(Array.from({ length: 1001 }, () => [LINE])),
    ends: 'document-too-long',
  },
  {
    name: 'a Word document that unpacks to 64 MB and says it is empty',
    bytes: () => docx(word('tekst'), [bomb]),
    ends: 'unpacks-too-large',
  },
  {
    name: 'a Word document of many parts of 30 MB',
    bytes: () => {
      const packed = deflateRawSync(Buffer.alloc(30 * MB), { level: 9 });
      const parts = Array.from({ length: 5 }, (_, at) => ({ ...bomb, name: `${at}`, packed }));
      return docx(word('tekst'), parts);
    },
    ends: 'unpacks-too-large',
  },
  {
    name: 'a Word document of 2,001 parts',
    bytes: () =>
      docx(
        word('tekst'),
        Array.from({ length: 2001 }, (_, at) => ({ name: `${at}`, bytes: Buffer.from('x') })),
      ),
    ends: 'unpacks-too-large',
  },
  {
    name: 'a Word document whose tables lie in one another',
    bytes: () => {
      const depth = 2_000;
      const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];
      return docx(open.repeat(depth) + word('tekst') + close.repeat(depth));
    },
    ends: 'document-too-complex',
  },
  {
    name: 'a Word document with entities that double',
    bytes: () => {
      const entities = Array.from(
        { length: 30 },
        (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`,
      );
      const xml = `<!DOCTYPE d [<!ENTITY e0 "lol">${entities.join('')}]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&e30;</w:t></w:r></w:p></w:body></w:document>`;
      return zipFile([{ name: 'word/document.xml', bytes: Buffer.from(xml) }]);
    },
    ends: 'document-damaged',
  },
  {
    name: 'half a Word document',
    bytes: () => docx(word('tekst')).subarray(0, 900),
    ends: 'file-truncated',
  },
  {
    name: 'an archive that is no document',
    bytes: () => zipFile([{ name: 'a.txt', bytes: Buffer.from('tekst') }]),
    ends: 'document-type',
  },
  {
    name: 'a program that is called a text',
    bytes: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]),
    declared: 'text',
    ends: 'document-type',
  },
  {
    name: 'a page 200,000 elements deep',
    bytes: () => Buffer.from(`<html><body>${'<div>'.repeat(200_000)}tekst`),
    ends: 'document-too-complex',
  },
  {
    name: 'a page of a million pieces',
    bytes: () => Buffer.from(`<html><body>${'a<br>'.repeat(500_000)}`),
    ends: 'document-too-complex',
  },
  {
    name: 'Markdown of 5,000 quotes in one another',
    bytes: () => Buffer.from(`${'>'.repeat(5_000)} tekst`),
    declared: 'markdown',
    ends: 'document-too-complex',
  },
  {
    name: 'a text of four million letters',
    bytes: () => Buffer.from('tekst '.repeat(700_000)),
    ends: 'document-too-long',
  },
  ...PDF_BOMBS.filter(({ ends }) => ends === 'unpacks-too-large').slice(0, 2),
];
