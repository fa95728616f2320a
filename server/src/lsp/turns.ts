import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Lets the messages that wait be read and those already read be handled; resolves behind them. */
export type Pause = () => Promise<void>;

/** Rounds a request waits at most for others to be read: somebody who never stops typing gets answers all the same. */
const MOST_ROUNDS = 64;

/**
 * Has requests wait until the messages that came with them are read. So nothing is worked out for a version that the
 * next message replaces, or for a request that one further on cancels.
 */
export class Turns {
  private arrived = 0;

  constructor(private readonly pause: Pause | undefined) {}

  /** Takes note of a message. */
  arrive(): void {
    this.arrived++;
  }

  /**
   * Resolves when a request's turn has come.
   * @throws ResponseError when it was cancelled meanwhile.
   */
  async come(token: CancellationToken | undefined): Promise<void> {
    this.arrive();
    if (this.pause)
      for (let seen = -1, round = 0; seen !== this.arrived && round < MOST_ROUNDS; round++) {
        seen = this.arrived;
        await this.pause();
        if (isCancelled(token)) break;
      }
    if (isCancelled(token)) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  }
}

function isCancelled(token: CancellationToken | undefined): boolean {
  return token?.isCancellationRequested === true;
}
