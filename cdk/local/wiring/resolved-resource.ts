/** A resource of the template with every intrinsic answered. */
export interface ResolvedResource {
  readonly logicalId: string;
  readonly type: string;
  /** What `Ref` answers. */
  readonly ref: string;
  /** What `Fn::GetAtt` answers; `undefined` for an attribute that is not known here. */
  attributes(name: string): string | undefined;
  /** CloudFormation's own property names; shapes are checked by whoever reads them. */
  readonly properties: unknown;
}
