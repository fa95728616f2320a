import { commands, Disposable } from "vscode";
import { addSpeaker } from "./add-speaker.js";
import { changeAudience } from "./change-audience.js";
import { acceptAgendaChanges, compareWithAgenda, stopAgendaComparison } from "./compare-with-agenda.js";
import { compareWithPublicCopy } from "./compare-with-public-copy.js";
import type { CommandContext } from "./context.js";
import { copyPublicVersion } from "./copy-public-version.js";
import {
  indentListItem,
  insertLineBreak,
  moveListItemDown,
  moveListItemUp,
  outdentListItem,
} from "./edit-lists.js";
import { foldInternalComments, unfoldInternalComments } from "./fold-internal-comments.js";
import { followUp } from "./follow-up.js";
import { goToNext } from "./go-to-next.js";
import { goToSession } from "./go-to-session.js";
import { importAgenda } from "./import-agenda.js";
import { insertTimestamp } from "./insert-timestamp.js";
import { markInternal } from "./mark-internal.js";
import { newReport } from "./new-report.js";
import { newSession } from "./new-session.js";
import { publish } from "./publish.js";
import { redactNow } from "./redact-now.js";
import { restartServer } from "./restart-server.js";
import { showOutput } from "./show-output.js";
import { showPublicCopy } from "./show-public-copy.js";
import { applyTidiedNotes, tidyRawNotes } from "./tidy-raw-notes.js";
import { treatAsReport } from "./treat-as-report.js";
import {
  clearSessionFilter,
  filterSessions,
  groupFollowUps,
  groupSessions,
  showFollowUps,
  toggleFollowCursor,
} from "./view-options.js";
import {
  changePlaceAudience,
  copySessionLink,
  goToPlace,
  ignoreSuspect,
  markPlaceInternal,
  publishReport,
  redactPlace,
} from "./view-places.js";

/** Every command of the extension's own, by the name that package.json gives it. */
const factories = {
  "tripReport.publish": publish,
  "tripReport.showPublicCopy": showPublicCopy,
  "tripReport.compareWithPublicCopy": compareWithPublicCopy,
  "tripReport.copyPublicVersion": copyPublicVersion,
  "tripReport.foldInternalComments": foldInternalComments,
  "tripReport.unfoldInternalComments": unfoldInternalComments,
  "tripReport.indentListItem": indentListItem,
  "tripReport.outdentListItem": outdentListItem,
  "tripReport.moveListItemUp": moveListItemUp,
  "tripReport.moveListItemDown": moveListItemDown,
  "tripReport.insertLineBreak": insertLineBreak,
  "tripReport.importAgenda": importAgenda,
  "tripReport.syncAgenda": compareWithAgenda,
  "tripReport.acceptAgendaChanges": acceptAgendaChanges,
  "tripReport.stopAgendaComparison": stopAgendaComparison,
  "tripReport.markInternal": markInternal,
  "tripReport.changeAudience": changeAudience,
  "tripReport.redactNow": redactNow,
  "tripReport.insertTimestamp": insertTimestamp,
  "tripReport.newSession": newSession,
  "tripReport.addSpeaker": addSpeaker,
  "tripReport.followUp": followUp,
  "tripReport.restartServer": restartServer,
  "tripReport.showOutput": showOutput,
  "tripReport.treatAsReport": treatAsReport,
  "tripReport.newReport": newReport,
  "tripReport.tidyRawNotes": tidyRawNotes,
  "tripReport.applyTidiedNotes": applyTidiedNotes,
  "tripReport.nextSession": goToNext("session", "next"),
  "tripReport.previousSession": goToNext("session", "previous"),
  "tripReport.nextInternal": goToNext("internal", "next"),
  "tripReport.previousInternal": goToNext("internal", "previous"),
  "tripReport.goToSession": goToSession,
  "tripReport.groupSessionsByReport": groupSessions("report"),
  "tripReport.groupSessionsByDay": groupSessions("day"),
  "tripReport.groupSessionsByKind": groupSessions("kind"),
  "tripReport.groupSessionsBySpeaker": groupSessions("speaker"),
  "tripReport.filterSessions": filterSessions,
  "tripReport.clearSessionFilter": clearSessionFilter,
  "tripReport.toggleFollowCursor": toggleFollowCursor,
  "tripReport.groupFollowUpsByReport": groupFollowUps("report"),
  "tripReport.groupFollowUpsByOwner": groupFollowUps("owner"),
  "tripReport.showOpenFollowUps": showFollowUps("open"),
  "tripReport.showAllFollowUps": showFollowUps("all"),
  "tripReport.goToPlace": goToPlace,
  "tripReport.copySessionLink": copySessionLink,
  "tripReport.publishReport": publishReport,
  "tripReport.redactPlace": redactPlace,
  "tripReport.changePlaceAudience": changePlaceAudience,
  "tripReport.markPlaceInternal": markPlaceInternal,
  "tripReport.ignoreSuspect": ignoreSuspect,
};

/** Makes the commands available until disposed. */
export function registerCommands(context: CommandContext): Disposable {
  return Disposable.from(
    ...Object.entries(factories).map(([name, create]) => commands.registerCommand(name, create(context))),
  );
}
