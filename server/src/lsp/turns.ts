import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Typing } from "./typing.js";

/** Lets the messages that wait be read and those already read be handled; resolves behind them. */
export type Pause = () => Promise<void>;

/** Rounds a request waits at most for others to be read: somebody who never stops typing gets answers all the same. */
const MOST_ROUNDS = 64;

/**
 * Rounds without anything new behind which a request is worked on. One may pass between a message's being there and its being
 * read.
 */
const QUIET_ROUNDS = 2;

/** While edits come faster than they are answered, there is an answer all the same after so many milliseconds. */
const MOST_MS = 1000;

/** What time is to turns; without, none is waited for. */
export interface TurnsClock {
  readonly typing: Typing;
  /** Resolves after some milliseconds. */
  wait(ms: number): Promise<void>;
}

/**
 * Has requests wait until the messages that came with them, and those that came while others were worked on, are read, and,
 * where edits come faster than they can be answered, until they stop coming. So nothing is worked out for a version that the
 * next message replaces, or for a request that one further on cancels.
 */
export class Turns {
  private arrived = 0;
  /** Resolves when the request that came last has had its turn. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly pause: Pause | undefined,
    private readonly clock?: TurnsClock,
  ) {}

  /** Takes note of a message. */
  arrive(): void {
    this.arrived++;
  }

  /**
   * Resolves when a request's turn has come, in the order in which they came; what it then does until it first waits is done
   * before another's.
   * @throws ResponseError when it was cancelled meanwhile.
   */
  async come(token: CancellationToken | undefined): Promise<void> {
    this.arrive();
    const before = this.last;
    const turn = before.then(() => this.quiet(token));
    this.last = turn;
    await turn;
    refuseCancelled(token);
  }

  private async quiet(token: CancellationToken | undefined): Promise<void> {
    const { pause, clock } = this;
    if (pause) await this.allRead(pause, token);
    if (!clock) return;
    let waited = 0;
    for (let ms = clock.typing.patience; ms > 0 && waited < MOST_MS; ms = clock.typing.patience) {
      if (isCancelled(token)) return;
      await clock.wait(ms);
      if (pause) await this.allRead(pause, token);
      waited += ms;
    }
  }

  private async allRead(pause: Pause, token: CancellationToken | undefined): Promise<void> {
    let quiet = 0;
    for (let round = 0; quiet < QUIET_ROUNDS && round < MOST_ROUNDS && !isCancelled(token); round++) {
      const { arrived } = this;
      await pause();
      quiet = arrived === this.arrived ? quiet + 1 : 0;
    }
  }
}

/**
 * Ends the work on a request that was cancelled.
 * @throws ResponseError when it was.
 */
export function refuseCancelled(token: CancellationToken | undefined): void {
  if (isCancelled(token)) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

function isCancelled(token: CancellationToken | undefined): boolean {
  return token?.isCancellationRequested === true;
}
