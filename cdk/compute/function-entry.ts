import type { Stage } from '#cdk/stage.ts';
import type { EnvName } from '#shared/env.ts';
import type { Access } from './access.ts';
import type { LayerName } from './layers.ts';

/** Memory buys processor time too: 1,769 MB is one whole processor. */
export interface Size {
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
}

/** A model, a chain of engines, a search engine, or all models to be probed, that the parameters of a stage may name. */
export type ModelKind = 'text' | 'ocr' | 'embedding' | 'search' | 'probe';

/**
 * One function of the app. Its key in the table is its folder below `functions/`; the routes of an
 * endpoint are those that name it (`shared/openapi/all-routes.ts`).
 */
export interface FunctionEntry {
  readonly size: Size;
  /** Layers whose packages it imports; the build refuses the import without the layer. */
  readonly layers?: readonly LayerName[];
  /** What it may reach, and how. */
  readonly access?: Access;
  readonly model?: ModelKind;
  /** Variables that no access sets; an undefined one is left out. */
  readonly environment?: (stage: Stage) => Readonly<Partial<Record<EnvName, string | undefined>>>;
  readonly schedule?: keyof Stage['schedules'];
}

/** The functions of one kind: `FunctionTable<'agents'>`. */
export type FunctionTable<Kind extends string> = Readonly<
  Record<`${Kind}/${string}`, FunctionEntry>
>;
