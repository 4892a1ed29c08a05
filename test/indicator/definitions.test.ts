import { expect, test } from "vitest";
import { countedIds, definitions } from "../../src/indicator/definitions.ts";

const track = { id: "co-ban", lessons: ["bai-a", "bai-b", "bai-c"] };

test("each indicator has one definition under its own name, with a version that begins with it, in both languages", () => {
  const all = definitions(track);
  expect(Object.keys(all).toSorted()).toEqual([...countedIds].toSorted());
  for (const id of countedIds) {
    const { title, numerator, denominator, version } = all[id];
    expect(all[id].id).toBe(id);
    expect(version.startsWith(`${id}/1`)).toBe(true);
    for (const { vi, en } of [title, numerator, denominator]) {
      expect(vi).not.toBe("");
      expect(en).not.toBe("");
      expect(vi).not.toBe(en);
    }
    // Who is too young is in none of them, and each says so.
    expect(numerator.vi).toContain("từ 16 tuổi");
    expect(numerator.en).toContain("aged 16 or over");
  }
});

test("being active is over the period alone, the others over all the time before", () => {
  const { reach, active, "basic-skills": skills } = definitions(track);
  expect([reach.over, skills.over, active.over]).toEqual(["cut-off", "cut-off", "period"]);
});

test("the basic lessons are part of the version and of the words: another list is another definition", () => {
  const of = (lessons: readonly string[], id = "co-ban") => definitions({ id, lessons })["basic-skills"];
  const three = of(track.lessons);
  expect(three.version).toBe("basic-skills/1:co-ban(bai-a,bai-b,bai-c)");
  for (const { vi, en } of [three.numerator]) {
    expect(vi).toContain("3 bài cơ bản (bai-a, bai-b, bai-c)");
    expect(en).toContain("3 basic lessons (bai-a, bai-b, bai-c)");
  }
  expect([three.title.vi, three.title.en]).toEqual(["Đạt đủ 3 bài cơ bản", "Passed all 3 basic lessons"]);
  const versions = [of(["bai-a"]), of(["bai-b"]), of(["bai-a", "bai-b"]), of(["bai-a"], "khac")].map((d) => d.version);
  expect(new Set(versions).size).toBe(4);
});
