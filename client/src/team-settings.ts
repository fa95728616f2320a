import { Disposable, workspace } from "vscode";

/** How long the server has to notice a change of the file, too. */
const DELAY_MS = 300;

/** Calls `listener` some time after a team's configuration came, went or changed. */
export function onTeamSettings(listener: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher("**/.tripreport.{yaml,json}");
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(listener, DELAY_MS);
  };
  return Disposable.from(
    watcher,
    watcher.onDidCreate(later),
    watcher.onDidChange(later),
    watcher.onDidDelete(later),
    new Disposable(() => clearTimeout(timer)),
  );
}
