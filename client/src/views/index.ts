import { Disposable, type Memento } from "vscode";
import { followCursor } from "./follow-cursor.js";
import { FollowUpsView } from "./follow-ups-view.js";
import { PrivateView } from "./private-view.js";
import { SessionsView } from "./sessions-view.js";
import type { ViewHost } from "./tree.js";

/** The trees of the extension's own container beside the editors. */
export interface Views extends Disposable {
  readonly sessions: SessionsView;
  readonly private: PrivateView;
  readonly followUps: FollowUpsView;
}

/** Makes the views available until disposed; `memory` keeps how they are shown, for the workspace. */
export function createViews(host: ViewHost, memory: Memento): Views {
  const sessions = new SessionsView(host, memory);
  const own = new PrivateView(host);
  const followUps = new FollowUpsView(host, memory);
  const all = Disposable.from(sessions, own, followUps, followCursor(sessions, host));
  return { sessions, private: own, followUps, dispose: () => all.dispose() };
}
