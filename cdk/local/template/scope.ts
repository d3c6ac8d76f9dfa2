import type { Identity, Place, ResourceType } from '#cdk/local/resources/resource-type.ts';
import type { Assembly } from './assembly.ts';
import { resolveValue, type Scope } from './resolve.ts';

/**
 * What intrinsics of a template refer to. A resource of a type that is not in `types` has its logical
 * id for a name, and attributes made of it.
 */
export function scopeOf(
  { template, stackName }: Assembly,
  place: Place,
  types: ReadonlyMap<string, ResourceType>,
): Scope {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Region': place.region,
    'AWS::AccountId': place.accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.accountId}:stack/${stackName}/local`,
  };
  const scope: Scope = {
    ref(name) {
      const parameter = template.Parameters[name];
      if (parameter?.Default !== undefined) return String(parameter.Default);
      if (parameter !== undefined) throw new Error(`The parameter ${name} has no default`);
      return pseudo[name] ?? identityOf(name).ref;
    },
    attribute(logicalId, name) {
      const { attributes } = identityOf(logicalId);
      const value = attributes === undefined ? `${logicalId}.${name}` : attributes[name];
      if (value === undefined) throw new Error(`${logicalId} has no attribute ${name} here`);
      return value;
    },
    condition(name) {
      const condition = template.Conditions[name];
      if (condition === undefined) throw new Error(`The template has no condition ${name}`);
      return resolveValue(condition, scope) === true;
    },
    mapping(map, first, second) {
      const value = template.Mappings[map]?.[first]?.[second];
      if (value === undefined) throw new Error(`The template maps no ${map}.${first}.${second}`);
      return value;
    },
  };

  function identityOf(logicalId: string): Identity {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new Error(`The template has no resource ${logicalId}`);
    const type = types.get(resource.Type);
    if (type === undefined) return { ref: logicalId };
    const resolve = (value: unknown) => resolveValue(value, scope);
    const { ref, attributes = {} } = type.identify?.(
      { logicalId, ...resource },
      place,
      resolve,
    ) ?? {
      ref: logicalId,
    };
    return { ref, attributes };
  }

  return scope;
}
