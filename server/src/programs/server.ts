#!/usr/bin/env node
import { keepCompiledCode } from "./compile-cache.js";

/** Starts the language server; loaded behind the cache, so that the cache holds it. */
keepCompiledCode();
void import("../lsp/main.js");
