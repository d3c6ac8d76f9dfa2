import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import * as z from 'zod/mini';

const Named = z.object({ type: z.literal('Identifier'), name: z.string() });
const Property = z.object({ type: z.literal('ObjectProperty'), key: Named });
const Text = z.object({ type: z.enum(['StringLiteral', 'TemplateLiteral']) });
/** `{ pl: …, en: … }`: a message in both languages. */
const Message = z.object({
  type: z.literal('ObjectExpression'),
  properties: z.array(z.object({ key: z.object({ name: z.enum(['pl', 'en']) }), value: Text })),
});

const NOT_ASSERTED = 'The wording of a text is not asserted.';

/**
 * Leaves out the wording of messages (`pl`, `en`) and of the API's description (`summary`): to demand
 * every sentence word by word would only write it twice. Codes, statuses and conditions stay in.
 */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'texts', {
    shouldIgnore(path) {
      const { node, parent } = z.object({ node: z.unknown(), parent: z.unknown() }).parse(path);
      const message = Message.safeParse(node);
      if (message.success && message.data.properties.length === 2) return NOT_ASSERTED;
      const property = Property.safeParse(parent);
      if (!Text.safeParse(node).success || !property.success) return undefined;
      const isWording = ['pl', 'en', 'summary'].includes(property.data.key.name);
      return isWording ? NOT_ASSERTED : undefined;
    },
  }),
];
