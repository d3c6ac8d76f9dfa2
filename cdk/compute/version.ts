import project from '../../package.json' with { type: 'json' };

/** Version of the whole system, in the environment of every function. */
export function versionOfProject(): string {
  return project.version;
}
