import { type Detector, loadDetector } from '#shared/reading/detect/detect.ts';
import { loadRecogniser, type Recogniser } from './recognise.ts';

export interface Networks {
  readonly detector: Detector;
  readonly recogniser: Recogniser;
}

let loading: Promise<Networks> | undefined;

/** Platforms that the runtime has a binary for (onnxruntime-node 1.30.0); not Macs of Intel's time. */
const PLATFORMS = new Set(['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64', 'win32-arm64']);

/** The networks of this process, loaded at first use; nothing where they cannot run. */
export async function networks(): Promise<Networks | undefined> {
  return PLATFORMS.has(`${process.platform}-${process.arch}`) ? await loaded() : undefined;
}

function loaded(): Promise<Networks> {
  loading ??= load();
  loading.catch(() => {
    loading = undefined; // the next reading tries again
  });
  return loading;
}

async function load(): Promise<Networks> {
  const [detector, recogniser] = await Promise.all([loadDetector(), loadRecogniser()]);
  return { detector, recogniser };
}
