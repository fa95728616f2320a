import { l10n } from "../text/message.js";
import type { FactBlock } from "./block-facts.js";
import { type Body, type BodyFacts, describedIn, keynotePeople } from "./body-speakers.js";
import { nobodySpeaksIn } from "./kind-table.js";
import type { Person, Reason } from "./model.js";
import type { BlockReader } from "./readings.js";
import type { Node } from "./section-tree.js";

/** Who speaks in a section, places counted from its heading's start, and why the section is what it is. */
export interface SectionPeople {
  readonly speakers: readonly Person[];
  readonly reasons: readonly Reason[];
}

/** Nobody speaks in a summary, a group or an exhibition; in a keynote, those who come on stage do. */
export function sectionPeople(
  node: Node,
  facts: BodyFacts,
  body: Body,
  blocks: readonly FactBlock[],
  reader: BlockReader,
): SectionPeople {
  let { speakers } = node;
  let reasons: readonly Reason[] = node.reasons;
  const inHeading = node.heading.reading.speakers?.firm === true;
  if (
    node.kind === "keynote" &&
    !inHeading &&
    facts.speakers?.kind !== "field" &&
    !(facts.speakers?.kind === "name" && !facts.speakers.inList)
  ) {
    const people = keynotePeople(body, blocks, reader);
    if (people.length > speakers.length || (people.length > 0 && facts.speakers?.kind === "prose")) {
      speakers = people;
      const words = people.map(({ name }) => name).join(", ");
      reasons = [...reasons, { rule: l10n.t("people who come on stage"), words }];
    }
  } else if (node.kind === "group" || (!inHeading && nobodySpeaksIn(node.kind))) speakers = [];
  else if (node.kind === "topic" && !inHeading && facts.speakers?.kind === "prose") speakers = [];
  const first = body.first < body.end ? blocks[body.first] : undefined;
  if (speakers.length > 0 && first?.tree.type.name === "Paragraph")
    speakers = describedIn(reader.text(first).slice(0, 200), speakers);
  return { speakers, reasons };
}
