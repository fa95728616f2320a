/** What time is to it. Milliseconds, of a clock that only goes forwards. */
export interface RestClock {
  now(): number;
  /** Resolves after some milliseconds. */
  wait(ms: number): Promise<void>;
  /** Lets messages that wait be read; resolves behind them. */
  pause(): Promise<void>;
}

/** Who never stops asking has what waits for a rest done all the same, after this many milliseconds. */
const MOST_MS = 10_000;
/** One turn may pass between a message's being there and its being read. */
const TURNS = 2;

/** Knows when nobody waits for an answer and nobody types: what is done unasked waits for that. */
export class Rest {
  private working = 0;
  private messages = 0;
  private since: number;

  constructor(private readonly clock: RestClock) {
    this.since = clock.now();
  }

  /** Takes note of a message. */
  arrive(): void {
    this.messages++;
    this.since = this.clock.now();
  }

  /** Does what somebody waits for. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.arrive();
    this.working++;
    try {
      return await work();
    } finally {
      this.working--;
      this.arrive();
    }
  }

  /** Resolves when nothing was asked or typed for so many milliseconds. */
  async of(ms: number): Promise<void> {
    const { clock } = this;
    const end = clock.now() + ms + MOST_MS;
    while (clock.now() < end) {
      const left = this.working > 0 ? ms : this.since + ms - clock.now();
      if (left > 0) await clock.wait(left);
      else if (await this.isQuiet()) return;
    }
  }

  /** A timer's turn comes before that of messages that came while something else was done. */
  private async isQuiet(): Promise<boolean> {
    const { messages } = this;
    for (let turn = 0; turn < TURNS; turn++) await this.clock.pause();
    return messages === this.messages;
  }
}
