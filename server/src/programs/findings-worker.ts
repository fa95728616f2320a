import { keepCompiledCode, THREAD_WRITES_AFTER_MS } from "./compile-cache.js";

/** Starts a thread that works out the findings of files that nobody has open. */
keepCompiledCode(THREAD_WRITES_AFTER_MS);
void import("../lsp/findings-thread.js");
