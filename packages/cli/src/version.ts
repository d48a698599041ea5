/** From package.json, put in by the bundler. */
declare const STANDOFF_VERSION: string;

/** Which version of Standoff this is. */
export function standoffVersion(): string {
  return STANDOFF_VERSION;
}
