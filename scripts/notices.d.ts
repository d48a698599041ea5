/** A package of others that is in a bundle. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** As its package.json says: an SPDX expression. */
  readonly licence: string | null;
  readonly text: string;
}
export const ALLOWED: readonly string[];
export function packagesOf(files: Iterable<string>): Package[];
export function objections(packages: readonly Package[]): string[];
export function notices(packages: readonly Package[]): string;
export function noticesFor(files: Iterable<string>): string;
