import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadLibrary } from "../../../src/content/library.ts";
import { builtPages, version, writePages } from "../../../src/content/search/built-pages.ts";
import { noLexicon } from "../../../src/content/search/lexicon.ts";
import * as make from "../../../src/content/search/make-pages.ts";
import { weights } from "../../../src/content/search/weights.ts";
import { nothingKnown } from "../../../src/kit/known-yaml.ts";

const root = join(import.meta.dirname, "../../..");
const topic = (title: string, body: string): make.TopicTexts => ({
  fields: [
    { texts: [title], weight: 3, names: true, pairs: true },
    { texts: [body], weight: 0.4, names: false, pairs: false },
  ],
  likenesses: [{ text: title, weight: 1 }],
});
const topics = [
  topic("Quên mật khẩu VNeID", "Mở ứng dụng, bấm quên mật khẩu rồi làm theo."),
  topic("Báo mất điện thoại", "Gọi cho nhà mạng để khoá sim, hoá đơn ở đâu?"),
  topic("lúa", "lừa đảo"),
];
const lexicon = { ...noLexicon, same: [["mật khẩu", "mk", "pass"]], everyday: ["cho", "để"] };

/** Counts how often the pages are read anew, which is what nobody should wait for. */
const counted = vi.hoisted(() => ({ made: 0 }));
vi.mock("../../../src/content/search/make-pages.ts", async (original) => {
  const real = await original<typeof make>();
  return {
    ...real,
    makePages: (...given: Parameters<typeof real.makePages>) => {
      counted.made += 1;
      return real.makePages(...given);
    },
  };
});

describe("what the build read of the pages", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "pages-"));
    file = join(folder, "pages.bin");
    writePages(file, topics, lexicon, weights);
    counted.made = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is taken as it is where nothing changed", () => {
    const kept = builtPages(file, topics, lexicon, weights);
    expect(counted.made).toBe(0);
    expect(kept).toEqual(make.makePages(topics, lexicon, weights));
  });

  it("is read anew where a text, a word of the lexicon or a weight is another, or the file is spoilt or gone", () => {
    const other = [...topics.slice(1), topic("Quên mật khẩu VNeID", "Mở ứng dụng khác.")];
    const heavier = { ...weights, title: weights.title + 1 };
    builtPages(file, other, lexicon, weights);
    builtPages(file, topics, { ...lexicon, everyday: [] }, weights);
    builtPages(file, topics, lexicon, heavier);
    expect(counted.made).toBe(3);
    writeFileSync(file, "spoilt");
    expect(builtPages(file, topics, lexicon, weights)).toEqual(make.makePages(topics, lexicon, weights));
    rmSync(file);
    expect(builtPages(file, topics, lexicon, weights)).toEqual(make.makePages(topics, lexicon, weights));
    expect(counted.made).toBe(3 + 4);
  });

  it("has another version where something else is made of the same texts", () => {
    const { bag, named, alike, spellings } = make.makePages(topics, lexicon, weights);
    const columns = [bag, alike, spellings].flatMap((part) => Object.values(part));
    const hash = createHash("sha256");
    for (const column of [named, ...columns])
      hash.update(typeof column === "string" ? column : new Uint8Array(column.buffer));
    // Where this differs, raise `version` in built-pages.ts and write the new one here: an old file must not be taken.
    expect({ version, hash: hash.digest("hex").slice(0, 12) }).toEqual({ version: 1, hash: "262bb09e1b25" });
  });

  it("is what a built house searches by", () => {
    const house = join(folder, "house");
    mkdirSync(join(house, "dist"), { recursive: true });
    for (const part of ["content", "flows"]) symlinkSync(join(root, part), join(house, part));
    const loaded = loadLibrary(house, nothingKnown, { learns: false });
    if (!loaded.ok) throw new Error("the content does not load");
    loaded.library.prepareSearch(join(house, "dist"));
    expect(counted.made).toBe(1);
    expect(loaded.library.search("quên mật khẩu vneid", "vi")[0]?.id).toBe("vneid-mat-khau");
    expect(counted.made).toBe(1);
  });
});
