import type { Analyser, Analysis } from "../analysis.js";
import type { Format } from "../syntax/parse.js";
import type { TextEdit } from "../text/edit.js";
import { Text } from "../text/text.js";

/** One version of an open document. It never changes; its analysis is made when first asked for. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: Text;
  readonly format: Format;
  /** Understands this version; under the same analyser the same answer each time. */
  analysis(analyser: Analyser): Analysis;
}

/** The newest analysis made of a document, and the edits since. */
interface Basis {
  readonly analysis: Analysis;
  readonly edits: readonly TextEdit[];
}

/**
 * The documents that a client has open, over what is on disk. Versions that nobody asks about are never
 * analysed: after a burst of keystrokes one analysis covers them all.
 */
export class ReportStore {
  private readonly documents = new Map<string, { document: OpenDocument; basis(): Basis | undefined }>();

  get(uri: string): OpenDocument | undefined {
    return this.documents.get(uri)?.document;
  }

  all(): OpenDocument[] {
    return [...this.documents.values()].map(({ document }) => document);
  }

  open(uri: string, version: number, content: string, format: Format): void {
    this.put(uri, version, Text.of(content), format, undefined);
  }

  /** Applies edits, each counted in the text that those before it left; no edits mean a whole new text. */
  change(
    uri: string,
    version: number,
    edits: (text: Text) => { readonly text: Text; readonly edits: readonly TextEdit[] | undefined },
  ): void {
    const known = this.documents.get(uri);
    if (!known) return;
    const changed = edits(known.document.text);
    const basis = known.basis();
    const next = basis &&
      changed.edits && { analysis: basis.analysis, edits: [...basis.edits, ...changed.edits] };
    this.put(uri, version, changed.text, known.document.format, next);
  }

  close(uri: string): void {
    this.documents.delete(uri);
  }

  private put(uri: string, version: number, text: Text, format: Format, since: Basis | undefined): void {
    let made: { readonly by: Analyser; readonly analysis: Analysis } | undefined;
    let before = since;
    const analysis = (analyser: Analyser) => {
      if (made?.by !== analyser) {
        made = {
          by: analyser,
          analysis: before
            ? analyser.update(before.analysis, text, before.edits)
            : analyser.analyse(text, format),
        };
        before = undefined;
      }
      return made.analysis;
    };
    const basis = () => (made ? { analysis: made.analysis, edits: [] } : before);
    this.documents.set(uri, { document: { uri, version, text, format, analysis }, basis });
  }
}
