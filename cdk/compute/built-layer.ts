import { Annotations, AssetHashType } from 'aws-cdk-lib';
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildDirectory } from '#cdk/build/build-directory.ts';
import { layerDirectory, readStamp } from '../../layers/layer-stamp.ts';
import type { LayerName } from './layers.ts';

/**
 * A layer as `npm run build` made it; what is in which stands in `cdk/build/layer-packages.ts`.
 * Undefined when it was not built; `cdk synth` then fails with its name.
 */
export function builtLayer(scope: Construct, name: LayerName): LayerVersion | undefined {
  const out = buildDirectory();
  const stamp = readStamp(out, name);
  if (!stamp) {
    Annotations.of(scope).addError(`${layerDirectory(out, name)} is missing: run npm run build`);
    return undefined;
  }
  return new LayerVersion(scope, name, {
    description: `layers/${name}`,
    // The stamp is a hash of the content; hashing 137 MB at every synthesis would give nothing more.
    code: Code.fromAsset(layerDirectory(out, name), {
      assetHash: stamp.hash,
      assetHashType: AssetHashType.CUSTOM,
    }),
    compatibleRuntimes: [Runtime.NODEJS_22_X],
    compatibleArchitectures: [Architecture.X86_64],
  });
}
