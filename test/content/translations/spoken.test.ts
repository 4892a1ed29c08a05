import { expect, test } from "vitest";
import { stringify } from "yaml";
import { hashOf } from "../../../src/content/hash.ts";
import { coverageOf } from "../../../src/content/translations/coverage.ts";
import { sourceTexts } from "../../../src/content/translations/source-texts.ts";
import type { Translation } from "../../../src/content/translations/translation.ts";
import { createWorld } from "../../../src/content/world.ts";
import { inspect } from "../../../src/scam/inspect.ts";
import { sampleLibrary } from "../sample-library.ts";
import { said, tongue } from "./tongue.ts";

const withTongue = (t: Translation) => {
  const loaded = sampleLibrary([{ file: `content/translations/${t.language}.yaml`, whole: stringify(t) }]);
  if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says}`).join("\n"));
  return loaded.library;
};
const plain = sampleLibrary();
if (!plain.ok) throw new Error("the sample library does not load");
const texts = sourceTexts(plain.library);
const everything = Object.fromEntries(texts.map((t) => [t.key, said(`«${t.vi}»`, t.vi)]));
const chance = { id: () => "", random: () => 0, inspect };
const can = { buttons: true, pictures: true, listen: true };
const offered = (t: Translation, tried: readonly string[] = []) =>
  createWorld(withTongue(t), [], chance, tried)
    .env(0, can)
    .languages.map((l) => l.id);

test("what is translated is said; what is stale or missing is said in Vietnamese, never as it was", () => {
  const { words } = withTongue(
    tongue({ "app/menu.resume": said("Tiếp mẫu", "Học tiếp"), "app/reserved.back": said("Lui mẫu", "Quay về") }),
  );
  expect(words.say({ ns: "app", key: "menu.resume" }, "zza")).toBe("Tiếp mẫu");
  expect(words.say({ ns: "app", key: "reserved.back" }, "zza")).toBe("Quay lại");
  expect(words.say({ ns: "app", key: "reserved.person" }, "zza")).toBe("Gặp người");
});

test("a sentence that falls back is Vietnamese as a whole, form of address included", () => {
  const { words } = withTongue(
    tongue({ "app/you.bac": said("mẫu", "bác"), "app/quiz.right": said("Phải, {{you}}", "Đúng rồi, {{you}} ạ!") }),
  );
  const fill = (spoken: string) => ({ you: words.say({ ns: "app", key: "you.bac" }, spoken) });
  expect(words.say({ ns: "app", key: "quiz.right" }, "zza", fill)).toBe("Phải, mẫu");
  expect(words.say({ ns: "app", key: "stale" }, "zza", fill)).toContain("Nút này");
  expect(words.say({ ns: "app", key: "guide.where-stuck" }, "zza", () => fill("vi"))).not.toContain("mẫu");
});

test("no version of a flow and no kept text changes when a translation is added", () => {
  const library = withTongue(tongue(everything));
  expect([...library.definitions].map(([id, d]) => [id, d.version])).toEqual(
    [...plain.library.definitions].map(([id, d]) => [id, d.version]),
  );
  expect([...library.texts]).toEqual([...plain.library.texts]);
});

test("somebody on an old version hears the translation of what did not change, and the old Vietnamese of what did", () => {
  const library = withTongue(tongue(everything));
  const now = library.definitions.get("language");
  const [ns, words] = [...library.texts].find(([n]) => n.startsWith("language@")) ?? [];
  if (!now || !ns || !words) throw new Error("no flow language");
  const question = "states.pick.0.say.question";
  const old = { ...words, vi: { ...words.vi, [question]: "Câu hỏi xưa" } };
  const kept = { flow: "language", version: "old", definition: { ...now, version: "old" }, texts: old };
  const world = createWorld(library, [kept], chance);
  expect(world.words({ ns: "language@old", key: question }, "zza", {})).toBe("Câu hỏi xưa");
  expect(world.words({ ns: "language@old", key: "title" }, "zza", {})).toBe("«Ngôn ngữ»");
  expect(world.env(0, can).flow("language", "old")?.version).toBe("old");
});

test("residents are offered a language when it is no draft and the doorway is translated and current", () => {
  const doorway = texts.filter((t) => t.doorway).map((t) => [t.key, everything[t.key]] as const);
  const enough = Object.fromEntries(doorway.flatMap(([k, v]) => (v ? [[k, v]] : [])));
  expect(offered(tongue(enough))).toEqual(["vi", "en", "zza"]);
  expect(offered(tongue(enough, { draft: true }))).toEqual(["vi", "en"]);
  const [first] = Object.keys(enough);
  if (!first) throw new Error("nothing in the doorway");
  const stale = { ...enough, [first]: { ...said("x", "y"), of: hashOf("another Vietnamese") } };
  expect(offered(tongue(stale))).toEqual(["vi", "en"]);
  expect(offered(tongue(stale, { offered_from: 99 }))).toEqual(["vi", "en", "zza"]);
  expect(offered(tongue({}, { draft: true }), ["zza"])).toEqual(["vi", "en", "zza"]);
});

test("coverage counts by area, never rounds up to complete, and keeps what is no longer asked for", () => {
  const all = tongue({ ...everything, "app/gone": said("x", "y") });
  expect(coverageOf(all, texts)).toMatchObject({ orphans: 1, all: { missing: 0, stale: 0, percent: 100 } });
  const [one, ...rest] = texts;
  if (!one) throw new Error("no texts");
  const less = coverageOf(tongue(Object.fromEntries(rest.map((t) => [t.key, said("x", t.vi)]))), texts);
  expect(less.all).toMatchObject({ of: texts.length, missing: 1 });
  expect(less.all.percent).toBeLessThan(100);
});
