import { realpathSync, statSync } from "node:fs";
import { mkdir, readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import ExifReader from "exifreader";
import { type Asset, mayHoldComments } from "../publish/assets.js";
import { MAX_BYTES } from "./files.js";
import { Failure } from "./io.js";
import { writeWhole } from "./write-file.js";

/** A file that goes with a copy: its bytes and what its metadata tells. */
export interface ReadAsset {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the metadata of an image tells of its maker: `place`, `camera`, `author`, `time`. */
  readonly metadata: readonly string[];
}

/** Why a file that a copy refers to does not go with it. */
export interface SkippedAsset {
  readonly asset: Asset;
  readonly why: string;
}

/** Reads the files that a copy refers to from the folder of its source; links never lead out of it. */
export async function readAssets(
  folder: string,
  assets: readonly Asset[],
): Promise<{ readonly read: ReadAsset[]; readonly skipped: SkippedAsset[] }> {
  const root = await realpath(folder);
  const read: ReadAsset[] = [];
  const skipped: SkippedAsset[] = [];
  for (const asset of assets) {
    try {
      read.push(await readAsset(root, asset.path));
    } catch (error) {
      skipped.push({ asset, why: error instanceof Failure ? error.message : "cannot be read" });
    }
  }
  return { read, skipped };
}

async function readAsset(root: string, path: string): Promise<ReadAsset> {
  if (mayHoldComments(path)) throw new Failure("is a text that may hold comments; publish it by itself");
  const file = await realpath(join(root, path)).catch(() => {
    throw new Failure("does not exist");
  });
  if (!file.startsWith(root + sep)) throw new Failure("lies outside the report's folder");
  const { size } = statSync(file);
  if (size > MAX_BYTES) throw new Failure("is too large");
  const bytes = await readFile(file);
  return { path, bytes, metadata: metadataOf(bytes) };
}

/** Writes a file below the folder of a copy, at the path by which the copy refers to it. */
export async function writeAsset(
  outDir: string,
  { path, bytes }: ReadAsset,
  sources: readonly string[],
): Promise<void> {
  const target = join(outDir, path);
  await mkdir(dirname(target), { recursive: true });
  const root = realpathSync(outDir);
  const inside = relative(root, realpathSync(dirname(target)));
  if (inside.startsWith("..") || inside.startsWith(sep))
    throw new Failure(`${path}: a link leads out of the folder`);
  await writeWhole(target, bytes, { sources });
}

/** What the metadata of an image gives away. Files that are no images have none. */
export function metadataOf(bytes: Uint8Array): string[] {
  try {
    const tags = ExifReader.load(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
      {
        expanded: true,
      },
    );
    const names = [tags.exif, tags.iptc, tags.xmp, tags.png].flatMap((group) => Object.keys(group ?? {}));
    const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
    return [
      ...(tags.gps || has(/^GPS(?:Lat|Lon|Pos)/) ? ["place"] : []),
      ...(has(/^(?:Make|Model|BodySerialNumber|LensModel|CameraOwnerName)$/) ? ["camera"] : []),
      ...(has(/^(?:Artist|creator|Author|By-line|Copyright)$/i) ? ["author"] : []),
      ...(has(/^(?:DateTimeOriginal|DateTimeDigitized)$/) ? ["time"] : []),
    ];
  } catch {
    return [];
  }
}
