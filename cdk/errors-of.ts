import type { App } from 'aws-cdk-lib';
import { ArtifactMetadataEntryType } from 'aws-cdk-lib/cloud-assembly-schema';

/** The errors that constructs annotated. Only the `cdk` command reports them by itself. */
export function errorsOf(app: App): string[] {
  return app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === ArtifactMetadataEntryType.ERROR)
    .map(({ data }) => String(data));
}
