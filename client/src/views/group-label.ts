import { env, Uri, workspace } from "vscode";
import type { ViewGroup } from "../../../server/src/lsp/protocol.js";

/** The words of several parts, those that are there, as a line. */
export function line(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join(" · ");
}

/** A report by its title, else by the name of its file. */
export function reportName({ name, uri }: ViewGroup): string {
  return name ?? uri?.replace(/^.*\//, "") ?? "";
}

/** What tells a report from another one with the same title: its event, or its path where the event does not. */
export function reportDetail(group: ViewGroup, sameName: boolean): string {
  if (sameName && group.uri) return pathOf(group.uri);
  return line(group.event, group.start);
}

/** The path of a report as the workspace shows it, with the folder's name where there are several. */
export function pathOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri));
}

/** A day as the user's language writes it; days without a date as the report names them. */
export function dayName(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(env.language, { dateStyle: "full", timeZone: "UTC" }).format(date);
}
