import * as z from 'zod/mini';
import { Synthesized } from './synthesized.ts';

const template = new Synthesized('household');
export const functions = template.functions();

const OneOrMany = <T extends z.core.$ZodType>(schema: T) => z.union([schema, z.array(schema)]);
const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: OneOrMany(z.string()),
  Resource: OneOrMany(z.unknown()),
});
const Reference = z.union([
  z.object({ Ref: z.string() }),
  z.object({ 'Fn::GetAtt': z.array(z.string()) }),
]);
const Join = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });

/** A readable name of a resource: logical ids without the hash that CDK appends. */
export function nameOf(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const join = Join.safeParse(resource);
  if (join.success) return join.data['Fn::Join'][1].map(nameOf).join(join.data['Fn::Join'][0]);
  const reference = Reference.parse(resource);
  const id = 'Ref' in reference ? reference.Ref : reference['Fn::GetAtt'][0];
  return (id ?? '').replace(/[0-9A-F]{8}$/, '');
}

/** Permissions for a function's own log, trace and network interface. */
const OF_EVERY_FUNCTION = /^(logs|xray|ec2):/;

/** Each action on each resource with the functions whose role allows it. */
function whoMay(): Map<string, string[]> {
  const may = new Map<string, string[]>();
  const policies = template.policies();
  for (const [path, fn] of functions) {
    const role = fn.Properties.Role['Fn::GetAtt'][0];
    const statements = policies
      .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
    for (const { Action, Resource } of z.array(Statement).parse(statements)) {
      for (const action of [Action].flat()) {
        if (OF_EVERY_FUNCTION.test(action)) continue;
        for (const resource of [Resource].flat()) {
          const what = `${action} ${nameOf(resource)}`;
          may.set(what, [...(may.get(what) ?? []), path].sort());
        }
      }
    }
  }
  return may;
}

/** By action and resource: `s3:GetObject uploadsBucket/uploads/*`. */
export const MAY = whoMay();
export const mayDo = (prefix: string) =>
  Object.fromEntries([...MAY].filter(([what]) => what.startsWith(prefix)));
