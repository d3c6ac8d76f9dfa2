import type { Platform } from '#cdk/build/platform.ts';

/**
 * Files that OCR never opens: browser builds, typings, the larger language data.
 * Without them the layer is about half its size, far from Lambda's 250 MB.
 */
const UNNEEDED: readonly RegExp[] = [
  /\.(d\.ts|d\.mts|d\.cts|map|md|markdown)$/i,
  /^tesseract\.js\/(dist|docs|examples|tests?|benchmarks)(\/|$)/,
  // On Node the library asks for the core with both engines, whichever is configured (7.0.0 hands
  // a boolean where its loader wants the engine), and loads the plain `.wasm` beside the script.
  /^tesseract\.js-core\/tesseract-core.*-lstm\.(js|wasm|wasm\.js)$/,
  /^tesseract\.js-core\/.*\.wasm\.js$/,
  /^@tesseract\.js-data\/[a-z]+\/4\.0\.0(\/|$)/,
  /(^|\/)pdfjs-dist\/(legacy\/)?(web|types|image_decoders)(\/|$)/,
  /(^|\/)pdfjs-dist\/(legacy\/)?build\/(.*\.min\.mjs|pdf\.sandbox\.mjs)$/,
  /^onnxruntime-node\/(script|lib)(\/|$)/,
  /^pdf-to-img\/bin(\/|$)/,
];

/** One package holds the binaries of all platforms, 45 MB each. */
const BINARIES = /^onnxruntime-node\/bin\/napi-v\d+\/(\w+)(?:\/(\w+))?/;

/** @param path below the layer's node_modules, with forward slashes. */
export function isUnneeded(path: string, { os, cpu }: Platform): boolean {
  const [binary, forOs, forCpu] = BINARIES.exec(path) ?? [];
  if (binary !== undefined && (forOs !== os || (forCpu !== undefined && forCpu !== cpu))) {
    return true;
  }
  return UNNEEDED.some((pattern) => pattern.test(path));
}
