import { TRIGGER } from '#cdk/local/resources/triggers.ts';
import type { Part } from './part.ts';

/** Runs what a deployment would run first; what follows in the list starts only when it succeeded. */
export const triggers: Part = {
  types: [TRIGGER],
  async start({ stack, need }) {
    for (const { properties } of stack.all(TRIGGER)) {
      const result = await need('functions').invoke(properties.HandlerArn, {});
      if (!result.ok) {
        const { errorType, errorMessage } = result.error;
        throw new Error(`${properties.HandlerArn} failed: ${errorType}: ${errorMessage}`);
      }
    }
    return {};
  },
};
