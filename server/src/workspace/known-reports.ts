import { frontMatterBlock } from "../syntax/front-matter.js";
import type { Settings } from "./settings-store.js";

/** Whether open documents are reports: asked at every request, answered anew only when the front matter changed. */
export class KnownReports {
  private readonly known = new Map<
    string,
    { readonly by: Settings["isReport"]; readonly front: string; readonly answer: boolean }
  >();

  isReport(uri: string, text: string, { isReport: by }: Settings): boolean {
    const known = this.known.get(uri);
    if (known?.by === by && known.front !== "" && text.startsWith(known.front)) return known.answer;
    const block = frontMatterBlock(text, text.startsWith("\ufeff") ? 1 : 0);
    // With the line break behind it: what follows cannot change it.
    const front = block && !block.unclosed && block.to < text.length ? text.slice(0, block.to + 1) : "";
    const answer = by(uri, () => text);
    this.known.set(uri, { by, front, answer });
    return answer;
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }
}
