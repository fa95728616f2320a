import { describe, expect, it } from "vitest";
import { UsualSpellings } from "../../server/src/report/spellings.js";

const USUAL = new UsualSpellings(
  new Map([
    ["Ilse Varnholt", 3],
    ["Ilse Varnhold", 1],
    ["Otto Bramberg", 2],
    ["Otto Bramburg", 2],
    ["Otto Bramborg", 5],
    ["Mina Kettler", 2],
    ["Mina Kettner", 2],
    ["Jan Oss", 9],
    ["Lena Fjord", 1],
  ]),
);

describe("the usual spelling of a name", () => {
  it.each([
    ["Ilse Varnhold", "Ilse Varnholt"],
    ["Ilse Varnhltt", "Ilse Varnholt"],
    ["Ilse Varnholtt", "Ilse Varnholt"],
    ["Otto Bramberg", "Otto Bramborg"],
    ["Otto Brambrrg", "Otto Bramborg"],
    ["Mina Ketter", "Mina Kettler"],
  ])("%s is nearly %s", (name, usual) => {
    expect(USUAL.of(name)).toBe(usual);
    expect(USUAL.of(name)).toBe(usual);
  });

  it.each([
    "Ilse Varnholt",
    "ilse varnholt",
    "Otto Varnholt",
    "Otto Bramborg",
    "Jan Os",
    "Jan Ossa",
    "Lena Fjorb",
  ])("%s is nearly no other", (name) => expect(USUAL.of(name)).toBeUndefined());
});
