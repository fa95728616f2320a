import { type Document, isCollection, isPair, isScalar, parseDocument, YAMLParseError } from "yaml";

/**
 * Reads YAML 1.2; what is wrong stands in the document's errors, in the order of the text. The library compares each key of a map with all
 * before it; that a key stands there twice is found here instead.
 * @throws RangeError for nesting by the thousand.
 */
export function readYaml(text: string): Document.Parsed {
  const document = parseDocument(text, {
    version: "1.2",
    logLevel: "silent",
    prettyErrors: false,
    uniqueKeys: false,
  }) as Document.Parsed;
  const again = repeatedKeys(document.contents);
  if (again.length > 0) {
    for (const at of again)
      document.errors.push(new YAMLParseError([at, at + 1], "DUPLICATE_KEY", "Map keys must be unique"));
    document.errors.sort((a, b) => a.pos[0] - b.pos[0]);
  }
  return document;
}

/** Where keys begin that stand in their map already. */
function repeatedKeys(root: unknown): number[] {
  const found: number[] = [];
  const waiting = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!isCollection(node)) continue;
    const keys = new Set<unknown>();
    for (const item of node.items) {
      if (!isPair(item)) {
        waiting.push(item);
        continue;
      }
      waiting.push(item.key, item.value);
      if (!isScalar(item.key)) continue;
      if (keys.has(item.key.value)) found.push(item.key.range?.[0] ?? 0);
      keys.add(item.key.value);
    }
  }
  return found;
}
