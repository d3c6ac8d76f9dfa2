import { Annotations, AssetHashType } from 'aws-cdk-lib';
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildDirectory } from '#cdk/build/build-directory.ts';
import { layerDirectory, readStamp } from '../../layers/imaging/layer-stamp.ts';

/**
 * sharp, onnxruntime, Tesseract with Polish and English, HEIC and PDF: what reading images needs,
 * and the router of the chat, which shares onnxruntime.
 * Undefined when the layer was not built; `cdk synth` then fails with its name.
 */
export function imagingLayer(scope: Construct): LayerVersion | undefined {
  const out = buildDirectory();
  const stamp = readStamp(out);
  if (!stamp) {
    Annotations.of(scope).addError(`${layerDirectory(out)} is missing: run npm run build`);
    return undefined;
  }
  return new LayerVersion(scope, 'imaging', {
    description: 'layers/imaging',
    // The stamp is a hash of the content; hashing 137 MB at every synthesis would give nothing more.
    code: Code.fromAsset(layerDirectory(out), {
      assetHash: stamp.hash,
      assetHashType: AssetHashType.CUSTOM,
    }),
    compatibleRuntimes: [Runtime.NODEJS_22_X],
    compatibleArchitectures: [Architecture.X86_64],
  });
}
