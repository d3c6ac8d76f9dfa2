/**
 * Packages that do not go into a bundle, because they are native or load files of their own, and the
 * functions that carry the layer holding them. The build refuses any other function that imports one.
 */
export const LAYER_PACKAGES = {
  imaging: {
    packages: [
      'sharp',
      'onnxruntime-node',
      'tesseract.js',
      '@tesseract.js-data/pol',
      '@tesseract.js-data/eng',
      'heic-convert',
      'pdfjs-dist',
      'pdf-to-img',
      '@napi-rs/canvas',
    ],
    functions: ['agents/ocr', 'api/receipt-images'],
  },
  // Comes with the search of recipes and documents; until then no function may import it.
  lancedb: { packages: ['@lancedb/lancedb'], functions: [] },
} as const satisfies Record<string, { packages: readonly string[]; functions: readonly string[] }>;

/** Names of layered packages, as esbuild's `external` wants them. */
export const EXTERNAL_PACKAGES: readonly string[] = Object.values(LAYER_PACKAGES).flatMap(
  (layer): readonly string[] => layer.packages,
);

/** The layered package an import belongs to, or nothing: `pdfjs-dist/legacy/build/pdf.mjs` → `pdfjs-dist`. */
export function layeredPackage(specifier: string): string | undefined {
  return EXTERNAL_PACKAGES.find((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/** True when the function carries the layer that holds the package. */
export function carries(functionPath: string, packageName: string): boolean {
  return Object.values(LAYER_PACKAGES).some(
    ({ packages, functions }: { packages: readonly string[]; functions: readonly string[] }) =>
      packages.includes(packageName) && functions.includes(functionPath),
  );
}
