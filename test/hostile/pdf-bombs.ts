import { deflateSync } from 'node:zlib';
import type { HostileFile } from './hostile-file.ts';
import { pageWith, pdfFile, streamObject } from './pdf-file.ts';

const MB = 1024 ** 2;

/** Deflated `times` over. Zeros shrink a thousandfold each time. */
function deflated(bytes: Buffer, times = 1): Buffer {
  return times === 0 ? bytes : deflated(deflateSync(bytes, { level: 9 }), times - 1);
}
const flate = (times: number) => `/Filter [${' /FlateDecode'.repeat(times)} ]`;
const zeros = (megabytes: number) => Buffer.alloc(megabytes * MB, ' ');
const plain = (text: string) => streamObject('', Buffer.from(text, 'latin1'));
const image = (width: number, height: number, bytes: Buffer, filter = flate(1)) =>
  streamObject(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 ${filter}`,
    bytes,
  );
const drawsImage = plain('q 400 0 0 800 0 0 cm /Im Do Q');
const withImage = '/XObject << /Im 6 0 R >>';

/** A form that draws the next one twice, and so on. */
function doubling(levels: number) {
  const form = (content: string, resources: string) =>
    streamObject(
      `/Type /XObject /Subtype /Form /BBox [0 0 400 800] /Resources << ${resources} >>`,
      Buffer.from(content),
    );
  const forms = Array.from({ length: levels }, (_, at) =>
    form('/X Do /X Do', `/XObject << /X ${at + 7} 0 R >>`),
  );
  return [...forms, form('0 0 m 9 9 l S', '')];
}

export const PDF_BOMBS: readonly HostileFile[] = [
  { name: 'content deflated twice, 300 MB', bytes: () => pageWith(streamObject(flate(2), deflated(zeros(300), 2))), ends: '?' },
  { name: 'content deflated once, 300 MB of paths', bytes: () => pageWith(streamObject(flate(1), deflated(Buffer.alloc(300 * MB, '0 0 m 9 9 l S\n')))), ends: '?' },
  { name: 'content 20 MB of paths', bytes: () => pageWith(streamObject(flate(1), deflated(Buffer.alloc(20 * MB, '0 0 m 9 9 l S\n')))), ends: '?' },
  { name: 'content 20 MB of q', bytes: () => pageWith(streamObject(flate(1), deflated(Buffer.alloc(20 * MB, 'q ')))), ends: '?' },
  { name: 'content 20 MB of [', bytes: () => pageWith(streamObject(flate(1), deflated(Buffer.alloc(20 * MB, '[')))), ends: '?' },
  { name: 'content 20 MB of text', bytes: () => pageWith(streamObject(flate(1), deflated(Buffer.concat([Buffer.from('BT /F1 9 Tf '), Buffer.alloc(20 * MB, '(abc) Tj ')])))), ends: '?' },
  { name: 'hidden name', bytes: () => pageWith(streamObject('/Filter [/Fl#61teDecode /FlateDecode]', deflated(zeros(300), 2))), ends: '?' },
  { name: 'indirect filter', bytes: () => pageWith(streamObject('/Filter 6 0 R', deflated(zeros(300), 2)), {more:[{value:'[/FlateDecode /FlateDecode]'}]}), ends: '?' },
  { name: 'ascii85+flate', bytes: () => pageWith(streamObject('/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]', Buffer.from(deflated(zeros(300), 2).toString('hex')+'>'))), ends: '?' },
  { name: 'runlength x3', bytes: () => { const rl=(b:Buffer)=>{ const o: number[]=[]; let i=0; while(i<b.length){ let j=i; while(j<b.length&&b[j]===b[i]&&j-i<128) j++; const n=j-i; if(n>1) o.push(257-n,b[i]??0); else o.push(0,b[i]??0); i=j;} return Buffer.from(o);}; return pageWith(streamObject('/Filter [/RunLengthDecode /RunLengthDecode]', rl(rl(Buffer.alloc(300*MB,' '))))); }, ends: '?' },
  { name: 'image 30000x30000 1bit flate', bytes: () => pageWith(drawsImage, {resources: withImage, more:[image(30000,30000,deflated(Buffer.alloc(1000)))]}), ends: '?' },
  { name: 'image 10x10 300 MB flate', bytes: () => pageWith(drawsImage, {resources: withImage, more:[image(10,10,deflated(zeros(300)))]}), ends: '?' },
  { name: 'image 6000x6000 flate full', bytes: () => pageWith(drawsImage, {resources: withImage, more:[image(6000,6000,deflated(Buffer.alloc(6000*6000*3)))]}), ends: '?' },
  { name: 'doubling 20', bytes: () => pageWith(plain('/X Do'), {resources:'/XObject << /X 6 0 R >>', more: doubling(20)}), ends: '?' },
  { name: 'doubling 40', bytes: () => pageWith(plain('/X Do'), {resources:'/XObject << /X 6 0 R >>', more: doubling(40)}), ends: '?' },
  { name: 'form of itself', bytes: () => pageWith(plain('/X Do'), {resources:'/XObject << /X 6 0 R >>', more: [streamObject('/Type /XObject /Subtype /Form /BBox [0 0 400 800] /Resources << /XObject << /X 6 0 R >> >>', Buffer.from('/X Do /X Do'))]}), ends: '?' },
  { name: 'pages of itself', bytes: () => pdfFile([{value:'<< /Type /Catalog /Pages 2 0 R >>'},{value:'<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'}]), ends: '?' },
  { name: 'page as 14400 and userunit', bytes: () => pageWith(plain('0 0 m 9 9 l S'), {box:'0 0 1000000000 1000000000'}), ends: '?' },
  { name: 'deep array', bytes: () => pdfFile([{value:`<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(200000)} >>`},{value:'<< /Type /Pages /Kids [] /Count 0 >>'}]), ends: '?' },
  { name: 'count a billion', bytes: () => pdfFile([{value:'<< /Type /Catalog /Pages 2 0 R >>'},{value:'<< /Type /Pages /Kids [] /Count 1000000000 >>'}]), ends: '?' },
  { name: 'pattern tiny', bytes: () => pageWith(plain('/Pattern cs /P scn 0 0 400 800 re f'), {resources:'/Pattern << /P 6 0 R >>', more:[streamObject('/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << >>', Buffer.from('0 0 1 1 re f'))]}), ends: '?' },
];
