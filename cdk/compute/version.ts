import project from '../../package.json' with { type: 'json' };

/** Version of the whole system, told to every function. */
export function versionOfProject(): string {
  return project.version;
}
