/** Whether a comment for `audience` must not reach `reader`: it is the narrower of the two. Unknown names count as the narrowest. */
export function isNarrower(audiences: readonly string[], audience: string, reader: string): boolean {
  return Math.max(0, audiences.indexOf(audience)) < Math.max(0, audiences.indexOf(reader));
}
