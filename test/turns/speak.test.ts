import { describe, expect, test } from "vitest";
import type { Block } from "../../src/engine/block.ts";
import { noContacts } from "../../src/engine/facts.ts";
import { type Person, stranger } from "../../src/engine/person.ts";
import type { Text } from "../../src/engine/text.ts";
import { speaker } from "../../src/turns/speak.ts";
import type { TurnWorld } from "../../src/turns/world.ts";
import { mockUniverse, tinyWorld } from "./tiny-world.ts";

/** Says which text, in which language and of which day, and fills it with one of the things every text may use. */
const world: TurnWorld = {
  ...tinyWorld(mockUniverse()),
  words: (text, language, args, day) => {
    if (text.key.startsWith("you.")) return language === "en" ? "you" : text.key.slice("you.".length);
    if (!text.key.startsWith("fill.")) return `${text.key} ${language} ${day}`.trim();
    const fill = typeof args === "function" ? args(language) : args;
    return String(fill[text.key.slice("fill.".length)] ?? "?");
  },
};
const noon = Date.UTC(2026, 10, 24, 5);
const commune = {
  ...{ code: "x-mau", name: "Xã Mẫu", province: "Tỉnh Mẫu", unit: "xóm", team: "Tổ mẫu", movement: "Phong trào mẫu" },
  ...{ villages: [], languages: ["vi"], publicUrl: "https://x.example", phrases: [] },
  contacts: { ...noContacts, hotline: "0208 000 000", hours: "7 giờ đến 17 giờ" },
};
const person: Person = { ...stranger("p"), you: "bac", name: "Hoa" };
const text = (key: string): Text => ({ ns: "t", key });

const said = (
  blocks: readonly Block[],
  {
    who = person,
    of = commune as typeof commune | null,
    more = {},
  }: { who?: Person; of?: typeof commune | null; more?: object } = {},
) =>
  speaker(world)(
    { type: "message", blocks, choices: [], expects: "choice", ...more },
    ...([who, of, "t1", "reminder", noon] as const),
  );
/** What a text may be filled with. */
const fill = (name: string, more: Parameters<typeof said>[1] = {}): unknown => {
  const [block] = said([{ kind: "text", text: text(`fill.${name}`) }], more).blocks;
  return block?.kind === "text" ? block.text : null;
};

describe("a message", () => {
  test("is in the language of the person, of the day in Viet Nam, and carries what a channel needs", () => {
    const english = { ...person, language: "en" };
    expect(said([{ kind: "text", text: text("hello") }], { who: english })).toMatchObject({
      ...{ spec: 1, purpose: "reminder", language: "en", token: "t1", expects: "choice" },
      blocks: [{ kind: "text", text: "hello en 2026-11-24" }],
    });
    expect(said([], { more: { expects: "nothing" } }).expects).toBe("nothing");
  });

  test("says its options with their small print, its progress and what was understood", () => {
    const message = said([], {
      more: {
        choices: [
          { key: "a", n: 1, label: text("first"), small: text("little") },
          { key: "b", n: 2, label: text("second") },
        ],
        progress: { title: text("lesson"), unit: "step", at: 2, of: 5 },
        echo: text("heard"),
      },
    });
    expect(message.choices).toMatchObject([
      { key: "a", n: 1, label: "first vi 2026-11-24", small: "little vi 2026-11-24" },
      { key: "b", n: 2, label: "second vi 2026-11-24" },
    ]);
    expect(message.choices[1]?.small).toBeUndefined();
    expect(message.progress).toEqual({ title: "lesson vi 2026-11-24", unit: "step", at: 2, of: 5 });
    expect(message.echo).toBe("heard vi 2026-11-24");
    expect([said([]).progress, said([]).echo]).toEqual([undefined, undefined]);
  });
});

describe("the reserved numbers", () => {
  const numbers = (message: ReturnType<typeof said>) => message.reserved.map((r) => r.n);
  const picture: Block = { kind: "picture", card: "/hinh/{commune}/{language}/a.png", alt: text("alt") };

  test("are told in the language of the person; that of the picture only beside one", () => {
    expect(numbers(said([]))).toEqual([0, 7, 8, 9]);
    expect(numbers(said([picture]))).toEqual([0, 6, 7, 8, 9]);
    expect(said([], { who: { ...person, language: "en" } }).reserved[0]?.label).toBe("reserved.menu en");
    expect(said([]).reserved.map((r) => r.label)).toEqual([
      ...["reserved.menu vi", "reserved.listen vi", "reserved.back vi", "reserved.person vi"],
    ]);
  });

  test("make way for an option that has the number", () => {
    expect(numbers(said([], { more: { choices: [{ key: "x", n: 8, label: text("x") }] } }))).toEqual([0, 7, 9]);
  });
});

describe("what every text may use", () => {
  test("how they are spoken to, small and at the beginning of a sentence, with their name", () => {
    expect(["you", "You", "who", "Who", "name"].map((n) => fill(n))).toEqual([
      "bac",
      "Bac",
      "bac Hoa",
      "Bac Hoa",
      "Hoa",
    ]);
    const nameless = { ...person, name: null };
    expect(["who", "Who", "name"].map((n) => fill(n, { who: nameless }))).toEqual(["bac", "Bac", ""]);
  });

  test("in English a name stands alone", () => {
    expect(fill("who", { who: { ...person, language: "en" } })).toBe("Hoa");
  });

  test("the commune's own words and numbers; nothing is made up where there are none", () => {
    expect(
      ["commune", "unit", "Unit", "team", "movement", "phone", "hotline", "counter", "police", "hours"].map((n) =>
        fill(n),
      ),
    ).toEqual([
      ...[
        "Xã Mẫu",
        "xóm",
        "Xóm",
        "Tổ mẫu",
        "Phong trào mẫu",
        "0208 000 000",
        "0208 000 000",
        "",
        "",
        "7 giờ đến 17 giờ",
      ],
    ]);
    for (const name of [
      "commune",
      "unit",
      "Unit",
      "team",
      "movement",
      "phone",
      "hotline",
      "counter",
      "police",
      "hours",
    ])
      expect(fill(name, { of: null }), name).toBe("");
  });
});

describe("blocks", () => {
  test("every kind is said, with all its words", () => {
    const message = said([
      {
        kind: "keys",
        items: [{ text: text("one"), tap: true }, { text: text("two") }],
      },
      { kind: "note", tone: "danger", text: text("careful") },
      { kind: "certificate", code: "7K2M9P4QWX3R", alt: text("paper") },
    ]);
    expect(message.blocks).toMatchObject([
      { kind: "keys", items: [{ text: "one vi 2026-11-24", tap: true }, { text: "two vi 2026-11-24" }] },
      { kind: "note", tone: "danger", text: "careful vi 2026-11-24" },
      { kind: "certificate", code: "7K2M9P4QWX3R", alt: "paper vi 2026-11-24" },
    ]);
  });

  test("a picture is that of the commune and the language, and its words have no marks of bold", () => {
    const bold: TurnWorld = {
      ...world,
      words: (t, ...rest) => (t.key === "alt" ? "**a** b **c**" : world.words(t, ...rest)),
    };
    const picture = (of: typeof commune | null) =>
      speaker(bold)(
        {
          ...{ type: "message", choices: [], expects: "nothing" },
          blocks: [{ kind: "picture", card: "/hinh/{commune}/{language}/a.png", alt: text("alt") }],
        },
        ...([person, of, "t1", "reply", noon] as const),
      ).blocks[0];
    expect(picture(commune)).toMatchObject({ card: "/hinh/x-mau/vi/a.png", alt: "a b c" });
    expect(picture(null)).toMatchObject({ card: "/hinh//vi/a.png" });
  });
});
