import { describe, expect, test } from "vitest";
import { saidAnyway } from "../../src/product/said-anyway.ts";
import { realLibrary } from "../universe.ts";

const library = realLibrary();
const { spoken } = library;
const codeOf = (words: string): string =>
  words
    .normalize("NFD")
    .replace(/[đĐ]/g, "d")
    .replace(/[^a-zA-Z]/g, "")
    .toUpperCase();

describe("a code that people say when they mean something else", () => {
  test.each([
    "SO1",
    "CAU1",
    "CAU12",
    "Y2",
    "MUC3",
    "BAM1",
    "CHON2",
    "DUNG1",
    "MENU1",
    "CHAO1",
    "CO1",
    "KHONG2",
    "THOI1",
  ])("%s", (code) => {
    expect(saidAnyway(code, library)).toBe(true);
  });

  test("every word that may stand before a number, in letters alone", () => {
    const caught = spoken.numbered.map(codeOf).filter((code) => /^[A-Z]{2,5}$/.test(code));
    expect(caught.length).toBeGreaterThan(10);
    expect(caught.filter((letters) => !saidAnyway(`${letters}1`, library))).toEqual([]);
  });

  test.each([
    "XOM1",
    "THON12",
    "LANG3",
    "TO2",
    "TDP4",
    "AP5",
    "KHU1",
    "BUON7",
    "KP9",
    "MAU1",
    "XOM100",
    "PHO2",
    "BAN3",
  ])("%s is none", (code) => {
    expect(saidAnyway(code, library)).toBe(false);
  });
});
