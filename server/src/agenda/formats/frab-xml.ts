import { DOMParser, type Element } from "@xmldom/xmldom";
import type { AgendaReading } from "../agenda.js";
import { type AgendaFormat, type AgendaText, broken } from "./format.js";
import { type FrabEvent, frabAgenda } from "./frab.js";

/** The schedule that frab and pretalx export as XML. */
export const frabXml: AgendaFormat = {
  name: "frab or pretalx schedule (XML)",
  read: ({ content, extension }: AgendaText): AgendaReading | undefined => {
    const text = content.replace(/^[\ufeff\s]+/, "");
    if (!/^<(?:\?xml\s|schedule[\s>])/.test(text) && extension !== "xml") return undefined;
    // A declaration can define entities that grow without bound; no export has one.
    if (/<!DOCTYPE/i.test(text)) return broken("it declares a document type, which is not read");
    const root = rootOf(text);
    if (typeof root === "string") return broken(root);
    if (root.localName !== "schedule") return broken("the XML is no schedule of frab or pretalx");
    const conference = child(root, "conference");
    const location = [words(conference, "venue"), words(conference, "city")]
      .filter((said) => said)
      .join(", ");
    return frabAgenda(
      {
        title: words(conference, "title"),
        start: words(conference, "start"),
        end: words(conference, "end"),
        location,
        website: words(conference, "url") ?? words(conference, "base_url"),
      },
      children(root, "day").flatMap((day) =>
        children(day, "room").flatMap((room) =>
          children(room, "event").map((event) => eventOf(event, room, day)),
        ),
      ),
    );
  },
};

/** The root of a document, or why there is none. */
function rootOf(text: string): Element | string {
  const stop = (level: string, message: string) => {
    if (level !== "warning") throw new Error(message);
  };
  try {
    const root = new DOMParser({ onError: stop }).parseFromString(text, "text/xml").documentElement;
    return root ?? "the XML is empty";
  } catch (error) {
    const line = /\[line:(\d+)/.exec(String(error))?.[1];
    const early = /unclosed|end of input|unexpected end/i.test(String(error));
    return `the XML is not well-formed${early ? ": it ends too early" : line ? ` (line ${line})` : ""}`;
  }
}

function eventOf(event: Element, room: Element, day: Element): FrabEvent {
  const id = attribute(event, "id");
  return {
    entry: `event ${id ?? attribute(event, "guid") ?? `in line ${event.lineNumber ?? "?"}`}`,
    id,
    code: attribute(event, "code"),
    guid: attribute(event, "guid"),
    slug: words(event, "slug"),
    date: words(event, "date"),
    start: words(event, "start"),
    duration: words(event, "duration"),
    room: words(event, "room") ?? attribute(room, "name"),
    title: words(event, "title"),
    track: words(event, "track"),
    type: words(event, "type"),
    url: words(event, "url"),
    status: words(event, "status") ?? attribute(event, "status"),
    persons: children(child(event, "persons"), "person").map((person) => ({
      name: person.textContent ?? "",
      affiliation: attribute(person, "organization"),
    })),
    listed: attribute(day, "date"),
  };
}

function children(parent: Element | undefined, name: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling)
    if (node.nodeType === 1 && (node as Element).localName === name) found.push(node as Element);
  return found;
}

function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0];
}

function words(parent: Element | undefined, name: string): string | undefined {
  const text = child(parent, name)?.textContent?.trim();
  return text === "" ? undefined : text;
}

function attribute(element: Element, name: string): string | undefined {
  return element.getAttribute(name)?.trim() || undefined;
}
