import { keepCompiledCode, THREAD_WRITES_AFTER_MS } from "./compile-cache.js";

/** Starts a thread of the command line: Node keeps what it compiles for each thread by itself. */
keepCompiledCode(THREAD_WRITES_AFTER_MS);
void import("../cli/worker-thread.js");
