import { append } from "../text/append.js";
/** Those who wait until something has come far enough. */
export class Waiters {
  private all: { readonly far: () => boolean; readonly go: () => void }[] = [];
  private comes: (() => void)[] = [];

  /** Resolves when `otherwise` does, or as soon as somebody waits. */
  somebody(otherwise: () => Promise<void>): Promise<void> {
    if (this.all.length > 0) return Promise.resolve();
    return new Promise((go) => {
      this.comes.push(go);
      void otherwise().then(() => {
        this.comes = this.comes.filter((own) => own !== go);
        go();
      });
    });
  }

  /** Answered by the first `release` at which `far` holds, or that is the last of a run. */
  wait(far: () => boolean): Promise<void> {
    for (const go of this.comes.splice(0)) go();
    return new Promise((go) => this.all.push({ far, go }));
  }

  /** Lets those go on who need not wait any longer; all of them when a run is over. */
  release(over: boolean): void {
    if (this.all.length === 0) return;
    const still = [];
    for (const waiter of this.all.splice(0))
      if (over || waiter.far()) waiter.go();
      else still.push(waiter);
    append(this.all, still);
  }
}
