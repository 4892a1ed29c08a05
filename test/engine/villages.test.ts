import { expect, test } from "vitest";
import { agreed, inFlow } from "./world.ts";

const picking = () => {
  const talk = inFlow("about", { ...agreed, village: null, audience: null });
  expect(talk.top).toBe("about/village");
  return talk;
};

test("thirty villages come four at a time, and five turns the page", () => {
  const talk = picking();
  expect(talk.keys).toEqual(["list:v1", "list:v2", "list:v3", "list:v4", "more"]);
  expect(talk.type("5").keys).toEqual(["list:v5", "list:v6", "list:v7", "list:v8", "more"]);
});

test("a number means what stood beside it on the page that was shown", () => {
  expect(picking().type("5").type("2").person.village).toBe("v6");
});

test("a name is taken from any page, with or without diacritics, and so is its code", () => {
  for (const typed of ["Thôn Mẫu 27", "thon mau 27", "THON27", "thôn mẫu 27".normalize("NFD")]) {
    expect(picking().type(typed).person.village, typed).toBe("v27");
  }
});

test("a name that could be many is asked about again, not guessed", () => {
  const talk = picking().type("thôn mẫu");
  expect(talk.person.village).toBeNull();
});

test("elsewhere is an answer too, from any page", () => {
  const talk = picking().type("tôi ở nơi khác");
  expect([talk.top, talk.person.village]).toEqual(["menu/start", null]);
});

test("help on page three comes back to the same question, from its first page", () => {
  const talk = picking().press("more").press("more").type("giúp").press("on");
  expect([talk.top, talk.keys[0]]).toEqual(["about/village", "list:v1"]);
});
