import type { AgendaFormat } from "./format.js";
import { frabJson } from "./frab-json.js";
import { frabXml } from "./frab-xml.js";
import { iCalendar } from "./icalendar.js";
import { otherJson } from "./other-json.js";
import { sessionize } from "./sessionize.js";

/** The formats that are read, in the order in which they are asked. */
export const formats: readonly AgendaFormat[] = [iCalendar, frabXml, frabJson, sessionize, otherJson];
