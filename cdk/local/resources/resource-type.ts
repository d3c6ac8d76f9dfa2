import type * as z from 'zod/mini';
import type { TemplateResource } from '#cdk/local/template/assembly.ts';

/** Addresses on this machine that resources answer with. */
export interface Place {
  readonly region: string;
  readonly accountId: string;
  readonly sqsUrl: string;
  readonly issuerUrl: string;
  readonly database: { readonly host: string; readonly port: number };
}

/** What `Ref` and `Fn::GetAtt` answer for a resource, in the shapes AWS gives them. */
export interface Identity {
  readonly ref: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export type Subject = TemplateResource & { readonly logicalId: string };

/** Answers the intrinsics in a value of the template. */
export type Resolve = (value: unknown) => unknown;

/**
 * A type of the template that the local target runs. Every property that a template may set is declared:
 * in `honoured`, or in `ignored` with the reason why it changes nothing here. Any other one, and any
 * value that the schema does not take, stops the start with the resource's name.
 */
export interface ResourceType<Properties = unknown> {
  readonly name: string;
  /** The logical id, and no attributes, unless given. */
  readonly identify?: (subject: Subject, place: Place, resolve: Resolve) => Identity;
  /** Strict at every level, so that no nested property slips through. */
  readonly honoured: z.ZodMiniType<Properties>;
  /** `Targets.RoleArn` → the reason. Lists stand for each of their elements, `*` for any name. */
  readonly ignored: Readonly<Record<string, string>>;
  /** Resources of this type that only a deployment runs: they have an identity here and nothing else. */
  readonly deploymentOnly?: (logicalId: string) => boolean;
}

/** A resource of the template, its properties as its type reads them. */
export interface Resource<Properties> {
  readonly logicalId: string;
  /** What `Ref` answers. */
  readonly ref: string;
  /** What `Fn::GetAtt` answers. @throws when the type has no such attribute here */
  attribute(name: string): string;
  readonly properties: Properties;
}

/** Lets the compiler infer the properties from the schema. */
export function resourceType<Properties>(type: ResourceType<Properties>): ResourceType<Properties> {
  return type;
}

/** `arn:aws:sqs:eu-central-1:000000000000:work` */
export function arnOf(place: Place, service: string, rest: string): string {
  return `arn:aws:${service}:${place.region}:${place.accountId}:${rest}`;
}

/** The name that the template gives, or the one that CloudFormation would have made up. */
export function nameOf(given: unknown, resolve: Resolve, otherwise: string): string {
  return given === undefined ? otherwise : String(resolve(given));
}
