import { DOMParser, type Element } from "@xmldom/xmldom";
import { l10n, type Message } from "../../text/message.js";
import type { AgendaReading } from "../agenda.js";
import { type AgendaFormat, type AgendaText, broken } from "./format.js";
import { type FrabEvent, frabAgenda } from "./frab.js";

/** An export declares one or two; the library goes through all around a name to find its own. */
const MOST_NAMESPACES = 100;

/** The schedule that frab and pretalx export as XML. */
export const frabXml: AgendaFormat = {
  name: "frab or pretalx schedule (XML)",
  extensions: ["xml"],
  read: ({ content, extension }: AgendaText): AgendaReading | undefined => {
    const text = content.replace(/^[\ufeff\s]+/, "");
    if (!/^<(?:\?xml\s|schedule[\s>])/.test(text) && extension !== "xml") return undefined;
    // A declaration can define entities that grow without bound; no export has one.
    if (/<!DOCTYPE/i.test(text)) return broken(l10n.t("it declares a document type, which is not read"));
    if (text.split("xmlns", MOST_NAMESPACES + 2).length > MOST_NAMESPACES + 1)
      return broken(l10n.t("it declares more namespaces than a schedule has"));
    const root = rootOf(text);
    if (typeof root === "string" || "values" in root) return broken(root);
    if (root.localName !== "schedule") return broken(l10n.t("the XML is no schedule of frab or pretalx"));
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
function rootOf(text: string): Element | Message {
  const stop = (level: string, message: string) => {
    if (level !== "warning") throw new Error(message);
  };
  try {
    const root = new DOMParser({ onError: stop }).parseFromString(text, "text/xml").documentElement;
    return root ?? l10n.t("the XML is empty");
  } catch (error) {
    const line = /\[line:(\d+)/.exec(String(error))?.[1];
    const early = /unclosed|end of input|unexpected end/i.test(String(error));
    if (early) return l10n.t("the XML is not well-formed: it ends too early");
    return line
      ? l10n.t("the XML is not well-formed (line {0})", line)
      : l10n.t("the XML is not well-formed");
  }
}

/** How an event is called of which nothing is known yet. */
function entryOf(id: string | undefined, line: number | undefined): Message {
  return id === undefined ? l10n.t("event in line {0}", line ?? "?") : l10n.t("event {0}", id);
}

function eventOf(event: Element, room: Element, day: Element): FrabEvent {
  const id = attribute(event, "id");
  return {
    entry: entryOf(id ?? attribute(event, "guid"), event.lineNumber),
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
