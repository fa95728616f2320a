#!/usr/bin/env node
import { keepCompiledCode } from "./compile-cache.js";

/** Starts the command line; loaded behind the cache, so that the cache holds it. */
keepCompiledCode();
void import("../cli/main.js");
