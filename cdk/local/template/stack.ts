import { CommandError } from '#cdk/command.ts';
import { refusedProperties, withoutIgnored } from '#cdk/local/resources/check-properties.ts';
import type { Place, Resource, ResourceType } from '#cdk/local/resources/resource-type.ts';
import { TYPES_WITHOUT_EFFECT } from '#cdk/local/resources/types-without-effect.ts';
import type { Assembly, TemplateResource } from './assembly.ts';
import { resolveValue } from './resolve.ts';
import { scopeOf } from './scope.ts';

/** A template whose resources have identities on this machine, and nothing that is not honoured here. */
export interface Stack {
  readonly assembly: Assembly;
  /** The resources of a type that run here, in the order of the template. */
  all<Properties>(type: ResourceType<Properties>): Resource<Properties>[];
}

/**
 * Gives every resource of the template the identity it has at this place, and checks its properties.
 * @throws CommandError naming every resource whose type is not known, then every property that is not
 * honoured, with its resource
 */
export function openStack(assembly: Assembly, place: Place, types: readonly ResourceType[]): Stack {
  const known = new Map(types.map((type) => [type.name, type]));
  const scope = scopeOf(assembly, place, known);
  const present = Object.entries(assembly.template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || scope.condition(Condition),
  );
  refuse(
    present
      .filter(([, { Type }]) => !known.has(Type) && !(Type in TYPES_WITHOUT_EFFECT))
      .map(([logicalId, { Type }]) => `${logicalId}: the local target does not know ${Type}`),
  );
  const running = present.flatMap(([logicalId, resource]) => {
    const type = known.get(resource.Type);
    if (type === undefined || type.deploymentOnly?.(logicalId)) return [];
    return [{ type, logicalId, properties: resolved(logicalId, resource) }];
  });
  refuse(
    running.flatMap(({ type, logicalId, properties }) =>
      refusedProperties(type, properties).map((why) => `${logicalId} (${type.name}): ${why}`),
    ),
  );

  function resolved(logicalId: string, { Type, Properties }: TemplateResource): unknown {
    try {
      return resolveValue(Properties, scope);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${logicalId} (${Type}): ${why}`, { cause });
    }
  }

  return {
    assembly,
    all: (type) =>
      running
        .filter((one) => one.type.name === type.name)
        .map(({ logicalId, properties }) => ({
          logicalId,
          ref: scope.ref(logicalId),
          attribute: (name) => scope.attribute(logicalId, name),
          properties: type.honoured.parse(withoutIgnored(type, properties)),
        })),
  };
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new CommandError(reasons.join('\n'));
}
