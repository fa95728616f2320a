import { keepCompiledCode, THREAD_WRITES_AFTER_MS } from "./compile-cache.js";

/** Starts a thread that reads files for the index: Node keeps what it compiles for each thread by itself. */
keepCompiledCode(THREAD_WRITES_AFTER_MS);
void import("../workspace/node-card-thread.js");
