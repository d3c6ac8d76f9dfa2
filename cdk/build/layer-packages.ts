import { functionTable } from '#cdk/functions.ts';

/**
 * Packages that do not go into a bundle, because they are native or load files of their own, by the
 * layer that holds them. The build refuses a function that imports one without naming its layer.
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
  },
  // With onnxruntime, for a function takes no more than one of the two: both are as large as Lambda allows.
  lancedb: { packages: ['@lancedb/lancedb', 'apache-arrow', 'onnxruntime-node'] },
} as const satisfies Record<string, { packages: readonly string[] }>;

/** Names of layered packages, as esbuild's `external` wants them. */
export const EXTERNAL_PACKAGES: readonly string[] = Object.values(LAYER_PACKAGES).flatMap(
  (layer): readonly string[] => layer.packages,
);

/** The layered package an import belongs to, or nothing: `pdfjs-dist/legacy/build/pdf.mjs` → `pdfjs-dist`. */
export function layeredPackage(specifier: string): string | undefined {
  return EXTERNAL_PACKAGES.find((name) => specifier === name || specifier.startsWith(`${name}/`));
}

/** True when the function's entry names the layer that holds the package. */
export function carries(functionPath: string, packageName: string): boolean {
  const layers: readonly string[] = functionTable.get(functionPath)?.layers ?? [];
  return Object.entries<{ packages: readonly string[] }>(LAYER_PACKAGES).some(
    ([layer, { packages }]) => packages.includes(packageName) && layers.includes(layer),
  );
}
