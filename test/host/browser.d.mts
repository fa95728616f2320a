import type { Browser } from "playwright-core";

/** Starts a headless Chromium whose temporary files are in a folder of the caller's. */
export function launchBrowser(scratch: string): Promise<Browser>;
