import type { Bundle } from "./pack.mjs";

export const noticesFile: string;

export const shippedFile: string;

/** A package that code of is in a bundle; its license is an SPDX expression. */
export interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly source: string;
  readonly text: string;
}

export function bundledPackages(bundles: Iterable<Bundle>): Package[];

export function notices(packages: readonly Package[]): string;

export function shippedList(packages: readonly Package[]): string;
