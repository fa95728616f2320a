import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");

/** The pictures of a page: their texts and paths. */
function picturesOf(markdown: string) {
  const inMarkdown = [...markdown.matchAll(/!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g)].map(
    ([, alt = "", path = ""]) => ({
      alt,
      path,
    }),
  );
  const inHtml = [...markdown.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
    alt: /\balt="([^"]*)"/.exec(tag)?.[1] ?? "",
    path: /\bsrc="([^"]*)"/.exec(tag)?.[1] ?? "",
  }));
  return [...inMarkdown, ...inHtml];
}

/** The size in a PNG's header, and whether it is animated. */
function png(path: string) {
  const bytes = readFileSync(join(root, path));
  expect(bytes.subarray(1, 4).toString("latin1"), path).toBe("PNG");
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    animated: bytes.subarray(0, 100).includes("acTL"),
    bytes: bytes.length,
  };
}

describe("the page on the Marketplace", () => {
  const pictures = picturesOf(readme);

  it("has pictures that exist, say what they show, and are none that it refuses", () => {
    expect(pictures.length).toBeGreaterThan(2);
    for (const { alt, path } of pictures) {
      expect(alt.split(" ").length, path).toBeGreaterThan(3);
      expect(path).toMatch(/^docs\/pictures\/[\w-]+\.png$/);
      expect(existsSync(join(root, path)), path).toBe(true);
    }
  });

  it("has one animation, small enough to be waited for", () => {
    const animated = pictures.map(({ path }) => png(path)).filter((picture) => picture.animated);
    expect(animated).toHaveLength(1);
    expect(animated[0]?.bytes).toBeLessThan(1_000_000);
  });

  it("has an icon of the size that it shows", () => {
    expect(png(manifest.icon)).toMatchObject({ width: 128, height: 128, animated: false });
  });

  it("leads to those who help", () => {
    const { url } = manifest.repository;
    const home = url.replace(/\.git$/, "");
    for (const link of [manifest.homepage, manifest.bugs.url, manifest.qna])
      expect(link.startsWith(home)).toBe(true);
    expect(manifest.galleryBanner.color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it("is told pictures that it refuses", () => {
    expect(picturesOf('![a](b.svg) <img src="c.svg" alt="d">')).toEqual([
      { alt: "a", path: "b.svg" },
      { alt: "d", path: "c.svg" },
    ]);
  });
});
