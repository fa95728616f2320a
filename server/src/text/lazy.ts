/** A value made when first asked for, so that who does not need it does not pay for it; made once. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Answers what gives objects further properties that are worked out together when one of them is first read. Their getters are
 * the same functions in all these objects: with getters of its own, as in a literal, V8 gives each object a hidden class, which
 * keeps the object and all it knows until the whole heap is collected.
 */
export function withLazy<Late extends object>(...keys: readonly (keyof Late & string)[]) {
  const source = Symbol();
  const late = (key: keyof Late): PropertyDescriptor & ThisType<{ readonly [source]: () => Late }> => ({
    enumerable: true,
    get() {
      return this[source]()[key];
    },
  });
  const getters = Object.fromEntries(keys.map((key) => [key, late(key)]));
  return <Own extends object>(own: Own, make: () => Late): Own & Late => {
    Object.defineProperty(own, source, { value: lazy(make) });
    return Object.defineProperties(own, getters) as Own & Late;
  };
}
