declare module "commonmark-spec" {
  /** The specification, with its examples. */
  export const text: string;
}
