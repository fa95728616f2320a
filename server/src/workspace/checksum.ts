/** Answers what tells one content from another. */
export type HashText = (text: string) => string;

/** Sixteen hexadecimal digits that tell one text from another: FNV-1a, twice. No protection from malice. */
export function checksum(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x01000193;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ (code + at), 0x85ebca6b);
  }
  return hex(one) + hex(other);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, "0");
}
