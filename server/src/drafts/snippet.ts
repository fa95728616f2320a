import type { Draft } from "./fill.js";

/**
 * A draft in the syntax of snippets, which editors walk through hole by hole; those of one name are typed together.
 * The cursor ends behind the last one.
 */
export function snippetOf({ text, holes }: Draft): string {
  const numbers = new Map<string, number>();
  let snippet = "";
  let done = 0;
  for (const { from, to, name } of holes) {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    snippet += `${literal(text.slice(done, from))}\${${number}:${literal(text.slice(from, to))}}`;
    done = to;
  }
  return `${snippet}${literal(text.slice(done))}`;
}

/** Text that is no syntax to a snippet. */
function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
