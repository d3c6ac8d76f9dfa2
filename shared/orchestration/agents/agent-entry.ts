import * as z from 'zod/mini';
import type { ENV } from '#shared/env.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import type { AgentName } from '../contract/agent-name.ts';

/** What of an answer somebody would eat or read about: a whole recipe, or words alone. */
export type Offered = WrittenRecipe | string;

interface EntrySpec<Data extends z.ZodMiniType, State extends z.ZodMiniType> {
  readonly name: AgentName;
  /** The environment name under which its function is known to whoever invokes it. */
  readonly functionEnv: keyof typeof ENV;
  /** What it gives a program to show. */
  readonly data: Data;
  /** What it remembers from one turn of a session to the next. */
  readonly state: State;
  /** Its data without what must not be offered; everything in it that could be eaten is asked about. */
  withoutHarmful(data: z.output<Data>, harms: (offered: Offered) => boolean): z.output<Data>;
  /** Whether it says itself what was said of people; for others the orchestration does. */
  readonly tellsRestrictions: boolean;
}

/** An agent as the orchestration knows it. */
export function defineAgent<
  const Name extends AgentName,
  Data extends z.ZodMiniType,
  State extends z.ZodMiniType,
>(spec: EntrySpec<Data, State> & { readonly name: Name }) {
  return {
    name: spec.name,
    functionEnv: spec.functionEnv,
    data: spec.data,
    state: spec.state,
    tellsRestrictions: spec.tellsRestrictions,
    /** @throws ZodError for what is no data of this agent */
    readData: (given: unknown, harms: (offered: Offered) => boolean): z.output<Data> =>
      spec.withoutHarmful(z.parse(spec.data, given), harms),
    /** What another version or agent wrote is no state of this one, and forgotten. */
    readState(given: unknown): z.core.util.JSONType {
      const state = z.safeParse(spec.state, given ?? null);
      return state.success ? z.parse(z.json(), state.data) : null;
    },
  };
}
