import { identify, type Place } from '#cdk/local/resources/identities.ts';
import type { ResolvedResource } from '#cdk/local/wiring/resolved-resource.ts';
import type { Assembly } from './assembly.ts';
import { resolveValue, type Scope } from './resolve.ts';

/** A template whose resources have identities on this machine. */
export interface Stack {
  readonly assembly: Assembly;
  /** All resources of a type, resolved; an unknown intrinsic in one is an error with its name. */
  ofType(type: string): ResolvedResource[];
}

/**
 * Gives every resource of the template the identity it has at this place.
 * @throws Error naming the first resource whose type is not known
 */
export function openStack(assembly: Assembly, place: Place): Stack {
  const { template, stackName } = assembly;
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
      const value = identityOf(logicalId).attributes(name);
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

  function identityOf(logicalId: string) {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new Error(`The template has no resource ${logicalId}`);
    return identify({ logicalId, ...resource }, place, (value) => resolveValue(value, scope));
  }

  const present = Object.entries(template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || scope.condition(Condition),
  );
  for (const [logicalId] of present) identityOf(logicalId);

  return {
    assembly,
    ofType: (type) =>
      present
        .filter(([, resource]) => resource.Type === type)
        .map(([logicalId, resource]) => resolved(logicalId, resource.Type, resource.Properties)),
  };

  function resolved(logicalId: string, type: string, source: unknown): ResolvedResource {
    const { ref, attributes } = identityOf(logicalId);
    try {
      return { logicalId, type, ref, attributes, properties: resolveValue(source, scope) };
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${logicalId} (${type}): ${why}`, { cause });
    }
  }
}
