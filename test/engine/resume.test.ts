import { describe, expect, test } from "vitest";
import { limits } from "../../src/engine/limits.ts";
import { came, facts, hour, noon, resumed, sessionAt } from "./small-world.ts";

const week = 7 * 24 * hour;
const text = (words: string, more: object = {}) => ({ type: "text" as const, text: words, ...more });
const press = (key: string, token = "old-token") => ({ type: "press" as const, token, key });
const found = (id: string, kind: "lesson" | "guide" = "guide") => ({ kind, id, title: { ns: "t", key: id }, score: 1 });
const inLesson = { at: "menu/start + lesson:one/second" };
const lost = { search: () => ({ found: [], sure: false, person: false, readable: true }) };
const finds = (...ids: readonly string[]) => ({
  search: () => ({ found: ids.map((id) => found(id)), sure: true, person: false, readable: true }),
});
const done = { at: "menu/start", session: { status: "done" as const } };
const menuAgain = { place: "menu/start", said: ["menu"], keys: ["learn", "other"] };
const asksAgain = { place: inLesson.at, keys: ["next", "stay"] };

describe("the clock", () => {
  const ring = { type: "timer" as const, token: "old-token", timer: "unfinished" };
  test("is turned away where the timer is of another question, or the talk is over", () => {
    expect(resumed({ ...ring, token: "older" }, inLesson)).toEqual({ rejected: "stale-timer" });
    expect(resumed(ring, done)).toEqual({ rejected: "stale-timer" });
  });

  test("asks again with a way out of all reminders, and counts them on the runs that asked to be reminded", () => {
    const reminded = came(ring, { ...inLesson, vars: { remind: 24, reminded: 1 } });
    expect(reminded).toMatchObject({
      place: inLesson.at,
      said: ["reminder", "second"],
      keys: ["next", "stay", "/stop"],
    });
    expect(reminded.vars).toEqual({ remind: 24, reminded: 2 });
    expect(came(ring, inLesson).vars).toEqual({});
  });

  const push = { type: "push" as const, lesson: "one", push: "p" };
  const progress = { attempts: 1, best: 1, of: 1, passed: false, done: true };
  test("pushes a lesson to whom it is news, with what it was handed, and keeps what they were in", () => {
    const pushed = came(push, { at: "menu/start + guide:g/only", facts: { progress: { one: progress } } });
    expect(pushed).toMatchObject({ place: "menu/start + pushed-lesson/only", said: ["pushed-lesson"] });
    expect(pushed.vars).toEqual({ lesson: "one", push: "p", flow: "lesson:one" });
    expect(pushed.session.bookmarks[0]?.runs[0]?.flow).toBe("guide:g");
  });

  test.each([
    ["who wants none", { person: { optedOut: true } }],
    ["who passed it", { facts: { progress: { one: { ...progress, passed: true } } } }],
  ])("pushes nothing to %s", (_, given) => {
    expect(resumed(push, given)).toEqual({ rejected: "push-not-needed" });
    expect(
      resumed({ ...push, lesson: "two" }, { facts: { progress: { one: { ...progress, passed: true } } } }),
    ).toHaveProperty("place");
  });
  test("pushes no lesson that is gone", () =>
    expect(resumed({ ...push, lesson: "gone" })).toEqual({ rejected: "push-not-needed" }));

  test("asks what was learnt, unless nobody wants it or nothing is left to ask", () => {
    const review = { type: "review" as const, items: ["one/a", "one/b"] };
    const asked = came(review, { at: "menu/start + guide:g/only" });
    expect(asked).toMatchObject({
      place: "menu/start + review/only",
      vars: { items: ["review:one/a", "review:one/b"], of: 2 },
    });
    expect(resumed(review, { person: { optedOut: true } })).toEqual({ rejected: "nothing-to-review" });
    expect(resumed({ ...review, items: [] })).toEqual({ rejected: "nothing-to-review" });
  });

  test("tells of a phone that joined and of a call for a person over what is open", () => {
    expect(came({ type: "linked", link: "l" }, inLesson)).toMatchObject({
      place: `${inLesson.at} + link-undo/only`,
      vars: { link: "l" },
    });
    const ticket = {
      ticket: "t1",
      whose: "L",
      village: "v1",
      flow: "lesson:one",
      step: 2,
      steps: 3,
      words: null,
      urgent: false,
      minutes: 4,
      mine: false,
    };
    const { flow, ...handed } = ticket;
    expect(came({ type: "ticket", ticket }, inLesson)).toMatchObject({
      place: `${inLesson.at} + ticket/only`,
      vars: { ...handed, stopped: flow },
    });
    // Small talk is no page one could have stopped at.
    expect(came({ type: "ticket", ticket: { ...ticket, flow: "help" } }, inLesson).vars.stopped).toBeNull();
  });

  test("begins anew also for who stands on a version that was retired; words and presses are moved first", () => {
    const old = sessionAt(inLesson);
    const session = { runs: old.runs.map((r) => ({ ...r, version: "t0" })) };
    const moved = { said: ["moved", "second"], keys: ["next", "stay"], place: inLesson.at };
    expect(came(press("next"), { ...inLesson, session })).toMatchObject(moved);
    expect(came({ type: "linked", link: "l" }, { ...inLesson, session }).said).toEqual(["link-undo"]);
    expect(came(push, { ...inLesson, session }).said).toEqual(["pushed-lesson"]);
    expect(came({ type: "review", items: ["one/a"] }, { ...inLesson, session }).said).toEqual(["review"]);
    // At a question that is gone: from the beginning.
    const gone = { runs: old.runs.map((r, i) => ({ ...r, version: "t0", state: i === 1 ? "gone" : r.state })) };
    expect(came(press("next"), { ...inLesson, session: gone })).toMatchObject({
      said: ["moved", "first"],
      place: "menu/start + lesson:one/first",
    });
    // Whose talk is over stands nowhere.
    expect(
      came(text("xin chào"), {
        ...done,
        session: { ...done.session, runs: old.runs.slice(0, 1).map((r) => ({ ...r, version: "t0" })) },
      }).said,
    ).not.toContain("moved");
  });

  test("stop is obeyed also by who has to be moved, has been away, or shares a phone", () => {
    const runs = sessionAt(inLesson).runs.map((r) => ({ ...r, version: "t0" }));
    for (const given of [
      { ...inLesson, session: { runs } },
      { ...inLesson, session: { seenAt: noon - 2 * week } },
      {
        ...inLesson,
        session: { seenAt: noon - 5 * hour },
        facts: {
          household: [
            { id: "a", name: null },
            { id: "b", name: null },
          ],
        },
      },
    ])
      expect(came(text("dừng"), given).person.optedOut).toBe(true);
  });
});

describe("who was away", () => {
  const away = (seenAt: number, at = inLesson.at) => ({ at, session: { seenAt } });
  test("is told where they stopped, after a week and not before", () => {
    expect(came(text("tôi hỏi cái này"), away(noon - week - 1))).toMatchObject({
      place: `${inLesson.at} + welcome-back/only`,
      vars: { stopped: "lesson:one" },
    });
    expect(came(text("tôi hỏi cái này"), away(noon - week)).place).not.toContain("welcome-back");
    expect(came({ type: "media", media: "photo" }, away(noon - week - 1)).place).toContain("welcome-back");
  });
  test("is not, where they press, command, say what is private, or were in no lesson", () => {
    for (const input of [press("next"), text("menu"), text("x", { sensitive: true })])
      expect(came(input, away(noon - week - 1)).place).not.toContain("welcome-back");
    expect(came(text("tôi hỏi cái này"), away(noon - week - 1, "menu/start + help/only")).place).not.toContain(
      "welcome-back",
    );
    const finished = { ...away(noon - week - 1), vars: { finished: true } };
    expect(came(text("tôi hỏi cái này"), finished).place).not.toContain("welcome-back");
    expect(
      came(text("tôi hỏi cái này"), { ...done, session: { ...done.session, seenAt: noon - 2 * week } }).place,
    ).not.toContain("welcome-back");
  });
  test("small talk over the lesson is forgotten; the first contact counts as something to come back to", () => {
    const over = came(text("tôi hỏi cái này"), away(noon - week - 1, `${inLesson.at} + help/only`));
    expect([over.place, over.vars.stopped]).toEqual([`${inLesson.at} + welcome-back/only`, "lesson:one"]);
    expect(came(text("tôi hỏi cái này"), away(noon - week - 1, "menu/start + onboarding/only")).vars.stopped).toBe(
      "onboarding",
    );
  });
});

describe("a phone of several", () => {
  const household = [
    { id: "a", name: "A" },
    { id: "b", name: null },
  ];
  const given = (seenAt: number, of = household) => ({ ...inLesson, session: { seenAt }, facts: { household: of } });
  test("is asked who holds it, after four hours of silence", () => {
    for (const input of [press("next"), text("tôi hỏi cái này")]) {
      expect(came(input, given(noon - 4 * hour - 1)).place).toBe(`${inLesson.at} + who/only`);
      expect(came(input, given(noon - 4 * hour)).place).not.toContain("who/");
      expect(came(input, given(noon - 4 * hour - 1, household.slice(0, 1))).place).not.toContain("who/");
    }
  });
  test("is not asked for what is private, for a picture, or twice", () => {
    expect(came(text("x", { sensitive: true }), given(noon - 5 * hour)).place).not.toContain("who/");
    expect(came({ type: "media", media: "photo" }, given(noon - 5 * hour)).place).not.toContain("who/");
    expect(came(press("ok"), { ...given(noon - 5 * hour), at: `${inLesson.at} + who/only` }).place).toBe(inLesson.at);
  });
});

describe("what cannot wait", () => {
  const cry = (urgent: "life" | "money", sure = true) => ({
    env: {
      urgent: () => (urgent === "life" ? { is: "life" as const, kind: "fire", sure } : { is: "money" as const, sure }),
    },
  });
  test("a life in danger: the number alone, and the session stays where it was", () => {
    const told = came(text("cháy nhà"), { ...inLesson, ...cry("life") });
    expect(told).toMatchObject({
      ...asksAgain,
      keys: ["call-1", "/repeat"],
      said: ["danger.fire.call", "danger.fire.now"],
      events: [],
    });
    expect(told.session).toEqual({ ...sessionAt(inLesson), seenAt: noon });
    expect(told.message?.choices[0]).toMatchObject({
      phone: "114",
      style: "alarm",
      label: { key: "danger.number.114" },
    });
  });
  test("money that is gone: the first hour, before who holds the phone and where they stood", () => {
    const given = {
      ...inLesson,
      session: { seenAt: noon - 5 * hour, before: { runs: [], wait: null } },
      facts: {
        household: [
          { id: "a", name: "A" },
          { id: "b", name: null },
        ],
      },
    };
    const told = came(text("bị lừa mất tiền"), { ...given, ...cry("money") });
    expect(told.place).toBe(`${inLesson.at} + safety:bi-lua-lam-gi/only`);
    expect(told.session.before).toBeUndefined();
  });
  test("an answer that only sounds like a cry is an answer", () => {
    expect(came(text("1"), { ...inLesson, ...cry("life", false) }).place).toBe("menu/start + lesson:one/last");
    expect(came(text("không biết nữa cháu ơi"), { ...inLesson, ...cry("life", false) }).said[0]).toBe(
      "danger.fire.call",
    );
  });
  test("presses and pictures cry for nothing", () =>
    expect(came(press("next"), { ...inLesson, ...cry("life") }).place).toBe("menu/start + lesson:one/last"));
});

describe("a picture, a voice, something unknown", () => {
  test("gets its sentence and the question again, at the end the menu", () => {
    expect(came({ type: "media", media: "voice" }, inLesson)).toMatchObject({
      ...asksAgain,
      said: ["media.voice", "second"],
    });
    expect(came({ type: "media", media: "voice" }, done)).toMatchObject({
      ...menuAgain,
      said: ["media.voice", "menu"],
    });
  });
  test("who cannot be read is told the number of the commune, where there is one", () => {
    const contacts = { ...facts.commune.contacts, counter: "x" };
    const given = (more: object) => ({ ...inLesson, facts: { commune: { ...facts.commune, ...more } } });
    expect(came({ type: "media", media: "unsupported" }, given({ contacts })).said[0]).toBe("media.unsupported-phone");
    expect(came({ type: "media", media: "unsupported" }, given({})).said[0]).toBe("media.unsupported");
    expect(came({ type: "media", media: "photo" }, given({ contacts })).said[0]).toBe("media.photo");
  });
});

describe("what is private", () => {
  test("is not looked at: a warning, and the question again, at the end the menu", () => {
    const warned = came(text("x", { sensitive: true }), inLesson);
    expect(warned).toMatchObject({ ...asksAgain, said: ["sensitive", "second"] });
    expect(warned.message?.blocks[0]).toMatchObject({ kind: "note", tone: "danger" });
    expect(came(text("x", { sensitive: true }), done)).toMatchObject({ ...menuAgain, said: ["sensitive", "menu"] });
  });
  test("where a message was asked for, what was seen in it is the answer; elsewhere it is not", () => {
    const seen = { level: "dangerous" as const, signs: [{ id: "otp" }] };
    const form = (accept: string) => ({ at: `menu/start + form:${accept}/ask` });
    const looked = came(text("x", { sensitive: true, seen }), form("message"));
    expect([looked.said, looked.vars.said]).toEqual([["thanks"], ["dangerous", "otp"]]);
    expect(came(text("x", { sensitive: true, seen }), form("words"))).toMatchObject({
      said: ["sensitive", "asked"],
      vars: {},
    });
    expect(came(text("x", { sensitive: true }), form("message"))).toMatchObject({
      said: ["sensitive", "asked"],
      vars: {},
    });
    expect(came(text("x", { sensitive: true, seen }), inLesson)).toMatchObject({
      ...asksAgain,
      said: ["sensitive", "second"],
    });
  });
});

describe("what was said", () => {
  test("nobody's text is read beyond the limit", () => {
    let read = "";
    const search = (words: string) => {
      read = words;
      return { found: [], sure: false, person: false, readable: true };
    };
    came(text("a b ".repeat(2_000)), { ...inLesson, env: { search } });
    expect(read).toHaveLength(limits.inputCharacters);
  });

  test("a choice leads on, and is said in the person's own line", () => {
    const chosen = came(press("next"), inLesson);
    expect(chosen).toMatchObject({ place: "menu/start + lesson:one/last", said: ["last"] });
    expect(chosen.message).toMatchObject({ echo: { key: "next" } });
    expect(chosen.session.runs[1]?.trail).toEqual(["second"]);
    expect(chosen.session.before).toBeUndefined();
    expect(came(text("1"), inLesson).place).toBe("menu/start + lesson:one/last");
  });

  test("an ordinary answer is kept; a name is said back, with a way to change it", () => {
    const words = came(text("tôi không vào được"), { at: "menu/start + form:words/ask" });
    expect(words).toMatchObject({ said: ["thanks"], keys: ["fine"], vars: { said: "tôi không vào được" } });
    expect(words.session.before).toBeUndefined();
    const named = came(text("Lan"), { at: "menu/start + form:name/ask" });
    expect(named).toMatchObject({ said: ["heard.name", "thanks"], keys: ["fine", "change"], vars: { said: "Lan" } });
    expect(came(text("Thôn Mẫu Một"), { at: "menu/start + form:village/ask" })).toMatchObject({
      said: ["heard.village", "thanks"],
      vars: { said: "v1" },
    });
    // Where they stood, whole, for who changes it.
    const back = came(press("change", "new-token"), { session: named.session });
    expect(back).toMatchObject({ place: "menu/start + form:name/ask", said: ["asked"], keys: ["skip"], vars: {} });
    expect(back.session.before).toBeUndefined();
    // Only until they go on.
    expect(came(press("fine", "new-token"), { session: named.session }).session.before).toBeUndefined();
  });

  test("a question may be passed over, and asked again in other words", () => {
    expect(came(press("skip"), { at: "menu/start + form:name/ask" }).said).toEqual(["skipped"]);
    expect(came(text("12 34"), { at: "menu/start + form:name/ask" })).toMatchObject({
      said: ["retry", "unheard.name", "asked"],
      keys: ["skip"],
    });
    expect(came(text("bỏ qua"), { at: "menu/start + form:name/ask" }).said).toEqual(["skipped"]);
  });

  test("a code opens what it names; one that opens nothing leaves the question, at the end the menu", () => {
    expect(came({ type: "open", code: { opens: "guide", id: "g" } }, inLesson)).toMatchObject({
      // Beside the lesson, which comes again when the guide is over.
      place: `${inLesson.at} + guide:g/only`,
      said: ["g"],
    });
    expect(came({ type: "open", code: { opens: "nothing" } }, inLesson)).toMatchObject({
      ...asksAgain,
      said: ["code.unknown", "second"],
    });
    expect(came({ type: "open", code: { opens: "nothing" } }, done)).toMatchObject({
      ...menuAgain,
      said: ["code.unknown", "menu"],
    });
    expect(came(text("XOM3", { code: { opens: "guide", id: "g" } }), inLesson).place).toBe(
      `${inLesson.at} + guide:g/only`,
    );
  });

  test("an old button says so and asks again, at the end the menu; the way out of a joined phone still works", () => {
    expect(came(press("next", "older"), inLesson)).toMatchObject({ ...asksAgain, said: ["stale", "second"] });
    expect(came(press("next", "older"), done)).toMatchObject(menuAgain);
    expect(came(press("undo-link", "older"), { ...inLesson, facts: { joined: "l" } })).toMatchObject({
      place: `${inLesson.at} + link-undo/only`,
      vars: { link: "l" },
    });
    expect(came(press("no-more", "older"), inLesson).person.review).toBe("no");
  });

  test("small talk is answered, and what the house does not know about too", () => {
    expect(came(text("cảm ơn"), inLesson)).toMatchObject({ ...asksAgain, said: ["outside.other.1", "second"] });
    expect(came(text("cảm ơn"), { ...inLesson, env: { sentences: () => 3 } }).said[0]).toMatch(/^talk\..+\.2$/);
    expect(came(text("thời tiết ngày mai thế nào nhỉ"), { ...inLesson, env: { sentences: () => 3 } }).said[0]).toMatch(
      /^outside\..+\.2$/,
    );
  });

  test("something pasted is looked at, and only what was seen stays", () => {
    const looked = came(text("https://x.example lạ"), {
      ...inLesson,
      env: { pasted: () => true, inspect: () => ({ level: "suspicious", signs: [{ id: "link" }] }) },
    });
    expect(looked).toMatchObject({ place: `${inLesson.at} + scam-check/only`, vars: { seen: ["suspicious", "link"] } });
    expect(JSON.stringify(looked.session)).not.toContain("example");
  });

  test("what was found is offered with the words that were asked, of who agreed to be remembered", () => {
    const asked = came(text("làm thẻ  thế nào"), { ...inLesson, env: finds("g", "h") });
    expect(asked).toMatchObject({
      place: `${inLesson.at} + found/only`,
      vars: { found: ["guide:g", "guide:h"], how: "sure", asked: "làm thẻ thế nào" },
    });
    expect(
      came(text("làm thẻ thế nào"), { ...inLesson, env: finds("g"), person: { consent: "no" } }).vars.asked,
    ).toBeNull();
  });

  test("what nobody understood is on record, its words only of who agreed and in letters; what is nearest is offered", () => {
    const catalogue = ["a", "b", "c", "d"].map((id, i) => ({
      id,
      kind: i === 1 ? ("lesson" as const) : ("guide" as const),
      title: { ns: "t", key: id },
      summary: { ns: "t", key: id },
      minutes: 1,
      track: null,
      urgent: i === 1,
      group: id,
    }));
    const none = {
      id: "e",
      kind: "lesson" as const,
      title: { ns: "t", key: "e" },
      summary: { ns: "t", key: "e" },
      minutes: 1,
      track: null,
      urgent: false,
      group: "e",
    };
    const missed = came(text("cái kia hỏng rồi"), { ...inLesson, env: { ...lost, catalogue: [none, ...catalogue] } });
    expect(missed).toMatchObject({
      place: `${inLesson.at} + not-understood/only`,
      vars: { asked: true, found: ["guide:a", "lesson:b", "guide:c"] },
    });
    expect(missed.events).toMatchObject([
      { type: "recorded", what: "search-missed" },
      { type: "question-missed", text: "cái kia hỏng rồi" },
    ]);
    const unread = came(text("cái kia hỏng rồi"), {
      ...inLesson,
      env: { search: () => ({ ...lost.search(), readable: false }) },
    });
    expect([unread.vars.asked, unread.events[1]]).toEqual([false, { type: "question-missed", text: null }]);
  });

  test("the same words the fourth time get a person", () => {
    let session = sessionAt(inLesson);
    const places: string[] = [];
    for (let n = 0; n < 4; n++) {
      const result = came(text("cái kia hỏng rồi"), { session, env: lost });
      places.push(result.place);
      session = result.session;
    }
    expect(places.map((p) => p.split(" + ").at(-1))).toEqual([...Array(3).fill("not-understood/only"), "person/only"]);
    expect(session.runs.at(-1)?.vars).toEqual({ circling: true });
    // What was understood does not go in a circle.
    for (let n = 0; n < 5; n++) session = came(text("menu"), { session }).session;
    expect(session.runs.map((r) => r.flow)).toEqual(["menu"]);
  });

  test("what the page says of itself comes before its question; small talk over it is forgotten", () => {
    const within = () => ({ says: [{ kind: "say" as const, text: { ns: "t", key: "own" } }], alone: true });
    expect(came(text("mất bao lâu"), { ...inLesson, env: { within } })).toMatchObject({
      ...asksAgain,
      said: ["own", "second"],
    });
    const over = came(text("mất bao lâu"), { at: `${inLesson.at} + found/only`, env: { within } });
    expect(over).toMatchObject({ ...asksAgain, said: ["own", "second"] });
    // The page just left says its name first.
    const left = { session: { read: { flow: "lesson:one", at: noon - 60_000 } }, env: { within } };
    expect(came(text("mất bao lâu"), left)).toMatchObject({
      place: "menu/start",
      said: ["within.about", "own", "menu"],
    });
    expect(
      came(text("mất bao lâu"), { ...done, session: { ...done.session, ...left.session }, env: { within } }),
    ).toMatchObject({ ...menuAgain, said: ["within.about", "own", "menu"] });
    expect(
      came(text("mất bao lâu"), {
        session: { read: { flow: "lesson:one", at: noon - 31 * 60_000 } },
        env: { within, ...finds("g") },
      }).said,
    ).toEqual(["found"]);
  });

  test("the end of a talk: any press opens the menu", () => {
    for (const input of [press("next"), press("change")]) expect(came(input, done)).toMatchObject(menuAgain);
  });
});
