import type { App } from 'aws-cdk-lib';
import { ArtifactMetadataEntryType } from 'aws-cdk-lib/cloud-assembly-schema';

/** What constructs found wrong with themselves. The CDK command reads it too, but only that command. */
export function errorsOf(app: App): string[] {
  return app.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === ArtifactMetadataEntryType.ERROR)
    .map(({ data }) => String(data));
}
