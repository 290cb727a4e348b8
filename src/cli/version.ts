/** The version in package.json, put in by the build. */
declare const activationLensVersion: string;

export function version(): string {
  return activationLensVersion;
}
