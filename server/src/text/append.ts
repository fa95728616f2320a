/** Adds to a list what others hold. As arguments of one call they would have to fit the stack, and a report can have more of all. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
