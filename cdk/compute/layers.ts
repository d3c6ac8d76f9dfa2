import type { LayerVersion } from 'aws-cdk-lib/aws-lambda';

/** The layers of the app; undefined until `npm run build` made it, which the synthesis reports. */
export interface Layers {
  readonly imaging: LayerVersion | undefined;
  readonly lancedb: LayerVersion | undefined;
}

export type LayerName = keyof Layers;
