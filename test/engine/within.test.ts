import { describe, expect, test } from "vitest";
import type { Searched } from "../../src/engine/env.ts";
import { agreed, envAt, facts, inFlow, library } from "./world.ts";

const guide = library.items.find((i) => i.id === "khai-sinh-lien-thong");
if (guide?.kind !== "guide") throw new Error("no such guide");
const other = library.catalogue.find((e) => e.id === "vneid-mat-khau");
if (!other) throw new Error("no such guide");
const time = envAt()
  .words({ ns: `guide:${guide.id}@${library.definitions.get(`guide:${guide.id}`)?.version}`, key: "after.time" }, "vi")
  .slice(0, 20);
const found = [{ kind: other.kind, id: other.id, title: other.title, score: 0.9 }];
const finds = (more: Partial<Searched>) =>
  envAt(undefined, { search: () => ({ found, sure: true, person: false, readable: true, ...more }) });
/** Through what to have ready, which may take more than one message. */
const atFirstStep = (env = finds({})) => {
  const talk = inFlow("guide:khai-sinh-lien-thong", agreed, facts, env);
  for (let i = 0; i < 9 && !talk.top.includes("/s-"); i++) talk.type("1");
  return talk;
};

describe("a question in the middle of a guide", () => {
  test("is answered by the guide, the open step comes again, and its numbers are its own", () => {
    const talk = atFirstStep();
    const { place, keys } = talk;
    talk.type("mất bao lâu vậy cháu");
    expect(talk.said).toContain(time);
    expect(talk.place).toBe(place);
    expect(talk.keys).toEqual(keys);
    expect(talk.events.filter((e) => e.type === "question-missed")).toEqual([]);
    expect(talk.type("1").place).not.toBe(place);
  });

  test("leaves the guide for another page only where that is certain", () => {
    const asked = "quên mật khẩu vneid thì mất bao lâu mới vào lại được";
    expect(atFirstStep(finds({ certain: true })).type(asked).top).toMatch(/^guide:vneid-mat-khau/);
    expect(atFirstStep().type(asked).top).toMatch(/^guide:khai-sinh-lien-thong/);
  });

  test("is still about the guide when a list of topics stands over it", () => {
    const talk = atFirstStep();
    talk.type("đi câu cá ở hồ nào");
    expect(talk.top).toBe("found/offer");
    talk.type("mất bao lâu");
    expect(talk.said).toContain(time);
    expect(talk.top).toBe("guide:khai-sinh-lien-thong/s-mo-thu-tuc");
  });

  test("is about the page just left, which is named; half an hour later it is not", () => {
    const talk = atFirstStep().type("0");
    expect(talk.top).toBe("menu/start");
    talk.type("mà mất bao lâu vậy");
    expect(talk.said).toContain(time);
    expect(talk.said).toContain(`Về việc **`);
    expect(talk.top).toBe("menu/start");
    const later = envAt(talk.env.now + 40 * 60_000, { search: talk.env.search });
    expect(talk.type("mà mất bao lâu vậy", later).said).not.toContain(time);
  });

  test("an answer to the open question is one first", () => {
    const talk = inFlow("guide:khai-sinh-lien-thong", agreed, facts, finds({}));
    while (talk.fork().press("next").top.includes("/prepare")) talk.press("next");
    expect(talk.type("có đủ rồi").top).toBe("guide:khai-sinh-lien-thong/s-mo-thu-tuc");
  });
});

test("a question of a quiz is not left for it", () => {
  const talk = inFlow("lesson:dien-thoai", agreed, facts, finds({ certain: false, sure: false }));
  for (let i = 0; i < 60 && !talk.top.includes("/q-"); i++) talk.type("1");
  const { top } = talk;
  expect(top).toContain("/q-");
  expect(talk.type("mất bao lâu vậy").top).toBe(top);
});
