/** A thread that works on jobs, some at a time. */
export interface Thread<Job, Result> {
  /** Works on jobs and answers their results in the same order. Rejects when the thread has died. */
  work(jobs: readonly Job[]): Promise<readonly Result[]>;
  /** Ends the thread and gives its memory back. */
  end(): void;
}

/** What a pool is made of. */
export interface PoolParts<Job, Result> {
  /** How many threads work at the same time. */
  readonly size: number;
  start(): Thread<Job, Result>;
  /** The same work without a thread. */
  here(job: Job): Promise<Result>;
  log(message: string): void;
}

/** Jobs that go to a thread together: a message costs about as much as a tenth of a job. */
const TOGETHER = 8;

/** A thread that runs. */
interface Running<Job, Result> {
  readonly thread: Thread<Job, Result>;
  /** How many jobs it is given next: at first one, so that its result does not wait for others while the thread is slow. */
  next: number;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  done(result: Result | Promise<Result>): void;
}

/**
 * A few threads that share jobs. Threads are started with the first jobs and live until `end`. What a thread that
 * dies leaves undone is done here, and no thread is started in its place before the next `end`.
 */
export class Pool<Job, Result> {
  private readonly idle: Running<Job, Result>[] = [];
  private readonly waiting: Waiting<Job, Result>[] = [];
  private running = 0;
  private dead = 0;
  private planned = false;
  private ending = false;

  constructor(private readonly parts: PoolParts<Job, Result>) {}

  /** How many jobs may be asked for at once so that no thread waits for the next. */
  get width(): number {
    return this.parts.size * TOGETHER * 2;
  }

  /** Has a job done, in whichever order. Rejects only where `here` does. */
  run(job: Job): Promise<Result> {
    this.ending = false;
    return new Promise((done) => {
      this.waiting.push({ job, done });
      this.plan();
    });
  }

  /** Ends the threads once they have nothing to do; the next job starts new ones. */
  end(): void {
    this.ending = true;
    this.dead = 0;
    this.endIdle();
  }

  /** Jobs that come in the same breath go together. */
  private plan(): void {
    if (this.planned) return;
    this.planned = true;
    queueMicrotask(() => {
      this.planned = false;
      this.share();
    });
  }

  private share(): void {
    const { size } = this.parts;
    while (this.waiting.length > 0) {
      const running = this.idle.pop() ?? this.started();
      if (!running) break;
      const count = Math.min(running.next, Math.ceil(this.waiting.length / size));
      running.next = Math.min(TOGETHER, running.next * 2);
      void this.work(running, this.waiting.splice(0, count));
    }
    // All threads have died: nobody else would take the jobs.
    if (this.running === 0) for (const { job, done } of this.waiting.splice(0)) done(this.parts.here(job));
    this.endIdle();
  }

  private started(): Running<Job, Result> | undefined {
    while (this.running + this.dead < this.parts.size)
      try {
        const thread = this.parts.start();
        this.running++;
        return { thread, next: 1 };
      } catch {
        this.lost();
      }
    return undefined;
  }

  private async work(running: Running<Job, Result>, jobs: readonly Waiting<Job, Result>[]): Promise<void> {
    const { thread } = running;
    try {
      const results = await thread.work(jobs.map(({ job }) => job));
      for (const [at, { done }] of jobs.entries()) done(results[at]!);
      this.idle.push(running);
    } catch {
      this.running--;
      this.lost();
      thread.end();
      for (const { job, done } of jobs) done(this.parts.here(job));
    }
    // Those whose jobs are done ask for more first.
    this.plan();
  }

  private lost(): void {
    this.dead++;
    this.parts.log("a thread ended unexpectedly; its work is done without it");
  }

  private endIdle(): void {
    if (!this.ending) return;
    this.running -= this.idle.length;
    for (const { thread } of this.idle.splice(0)) thread.end();
  }
}
