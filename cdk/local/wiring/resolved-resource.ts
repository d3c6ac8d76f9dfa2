/** A resource of the template with every intrinsic answered. */
export interface ResolvedResource {
  readonly logicalId: string;
  readonly type: string;
  /** What `Ref` answers. */
  readonly ref: string;
  /** What `Fn::GetAtt` answers, by attribute name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** CloudFormation's own property names; shapes are checked by whoever reads them. */
  readonly properties: unknown;
}
