/**
 * What recognition has done so far, counted. Whoever wants to know hands in an object of zeros; tests hold with it that
 * an edit costs what it touches.
 */
export interface Work {
  /** Blocks whose marks and follow-ups were read. */
  blocks: number;
  /** Blocks whose marks were paired to comments. */
  paired: number;
  /** Headings that were understood as text. */
  headings: number;
  /** Sections whose first lines were read for speakers. */
  bodies: number;
  /** Lines that were read as running text for speakers. */
  prose: number;
  /** Sections among which kinds and doubtful speakers were decided. */
  inferred: number;
  /** Sections that were made anew rather than taken over. */
  sections: number;
  /** Blocks that were read for suspected sentences. */
  suspects: number;
}

/** Nothing done yet. */
export function noWork(): Work {
  return { blocks: 0, paired: 0, headings: 0, bodies: 0, prose: 0, inferred: 0, sections: 0, suspects: 0 };
}
