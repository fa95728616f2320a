import type { Message, MessageStrategy } from "vscode-languageserver";

/** Holds messages back while what handles them is being loaded; they are handled then, in the order in which they came. */
export class HeldMessages implements MessageStrategy {
  private ready: Promise<void> | undefined;

  /** Has all further messages wait for `ready`. */
  until(ready: Promise<void>): void {
    this.ready = ready.then(() => {
      this.ready = undefined;
    });
  }

  handleMessage(message: Message, next: (message: Message) => void): void | Promise<void> {
    return this.ready ? this.ready.then(() => next(message)) : next(message);
  }
}
