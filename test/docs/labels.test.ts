import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pages } from "../../src/desk/pages.ts";

// A reader looks for the name on the screen: what a page writes _so_ is a name of the desk, and what it says to press is there.

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const files = readdirSync(new URL("../../src/desk", import.meta.url), { recursive: true, encoding: "utf8" });
const sources = files.filter((path) => /\.tsx?$/.test(path)).map((path) => read(`src/desk/${path}`));

/** Of a commune that says "xóm"; all that titles are made of. */
const view = { language: "vi", row: { commune: { unit: { lower: "xóm" }, team: "Tổ công nghệ số cộng đồng" } } };
const titles = new Set(pages.map((page) => page.title(view as Parameters<typeof page.title>[0])));
const isOnDesk = (name: string) => titles.has(name) || sources.some((text) => text.includes(`"${name}"`));

const prose = (text: string) => text.replace(/^ *```[\s\S]*?^ *```/gm, "").replace(/`[^`]*`/g, "");
const namesIn = (text: string): readonly string[] => [
  ...[...prose(text).matchAll(/(?<![\w_])_([^_\n]+)_(?![\w_])/g)].map(([, name = ""]) => name),
  ...[...prose(text).matchAll(/bấm \*\*([^*]+)\*\*/gi)].map(([, name = ""]) => name),
];

test.each([
  "docs/van-hanh.md",
  "docs/an-toan.md",
  "docs/bao-ve-du-lieu.md",
  "CHANGELOG.md",
])("every name of the desk that %s writes is on the desk", (path) => {
  expect(namesIn(read(path)).filter((name) => !isOnDesk(name))).toEqual([]);
});

test("where the guide sends people for a symptom is a page or a command", () => {
  const rows = read("docs/van-hanh.md").split("\n### Mười điều hay gặp")[1]?.split("\n## ")[0]?.split("\n") ?? [];
  const places = rows.flatMap((row) => row.split("|")[2]?.split(",") ?? []).map((place) => place.trim());
  const found = places.filter((place) => place !== "" && place !== "xem ở" && !/^-+$/.test(place));
  expect(found.length).toBeGreaterThan(9);
  expect(found.filter((place) => !/^`channels probe [\w-]+`$/.test(place) && !isOnDesk(place))).toEqual([]);
});

test("a name that is not there is found", () => {
  expect(namesIn("trang _Thôn, xóm_, bấm **Kết nối lại**").map(isOnDesk)).toEqual([false, false]);
  expect(namesIn("`_x_` bấm **Nối lại**")).toEqual(["Nối lại"]);
});
