import { describe, expect, test } from "vitest";
import { type Command, commandNames } from "../../src/engine/commands.ts";
import { openContext } from "../../src/engine/context.ts";
import { runCommand } from "../../src/engine/run-command.ts";
import { agreed, facts, type Given, noon, runsOf, sessionAt, smallEnv } from "./small-world.ts";

/** One command at one place, and what comes of it. */
const commanded = (command: Command, given: Given = {}) => {
  const ctx = openContext(
    { ...agreed, ...given.person },
    sessionAt(given),
    { ...facts, ...given.facts },
    smallEnv(given.env),
  );
  runCommand(ctx, command);
  return {
    place: ctx.session.runs.map((r) => `${r.flow}/${r.state}`).join(" + "),
    said: ctx.blocks.map((b) => ("text" in b ? b.text.key : b.kind)),
    keys: ctx.choices.map((c) => c.key),
    recorded: ctx.events.flatMap((e) => (e.type === "recorded" ? [e.what] : [])),
    ctx,
  };
};

const inLesson = { at: "menu/start + lesson:one/second" };
const asksAgain = { place: inLesson.at, said: ["second"], keys: ["next", "stay"], recorded: [] };
const done = { at: "menu/start", session: { status: "done" as const } };
const atMenu = { place: "menu/start", said: ["menu"], keys: ["learn", "other"] };
/** Somebody whose present state asks nothing any more: a flow was called and left in the middle. */
const nothingAsked = { at: "menu/start", session: { wait: null } };

test.each([
  ["person", "person"],
  ["help", "help"],
  ["language", "language"],
  ["assessment", "self-assessment"],
  ["data", "my-data"],
  ["review", "review-mine"],
  ["stop", "stop"],
  ["download", "data-download"],
] as const)("%s goes into its flow over the question; there already, it is only shown again", (command, flow) => {
  expect(commanded(command, inLesson)).toMatchObject({
    place: `${inLesson.at} + ${flow}/only`,
    said: [flow],
    keys: ["ok"],
  });
  if (command === "download") return;
  expect(commanded(command, { at: `${inLesson.at} + ${flow}/only` })).toMatchObject({
    place: `${inLesson.at} + ${flow}/only`,
    said: [flow],
  });
  // What was answered there is no question any more: the flow begins again.
  const answered = commanded(command, { at: `${inLesson.at} + ${flow}/only`, session: { wait: null } });
  expect([answered.place, answered.said]).toEqual([`${inLesson.at} + ${flow}/only`, [flow]]);
});

test("asked for again, a download is a new address, not the one shown above", () => {
  const again = commanded("download", { at: `${inLesson.at} + data-download/only` });
  // The flow of this small world has no state "offer": the engine went there, and failed kindly.
  expect(again.ctx.segments).toEqual([{ flow: "data-download", from: "only", to: "offer" }]);
  expect(
    commanded("download", { at: "menu/start + data-download/only", session: { wait: null } }).ctx.segments,
  ).toEqual([]);
});

test("every command begins at the menu once the talk is over, and the lesson is kept; resume takes it up again", () => {
  const over = { at: inLesson.at, session: { status: "done" as const } };
  for (const command of commandNames.filter((c) => c !== "resume")) {
    const { place, ctx } = commanded(command, over);
    expect([command, place.startsWith("menu/start"), place.includes("lesson")]).toEqual([command, true, false]);
    expect(ctx.session.bookmarks.map((b) => b.runs[0]?.flow)).toEqual(["lesson:one"]);
  }
  expect(commanded("resume", over)).toMatchObject(asksAgain);
});

test("menu keeps the lesson for later", () => {
  const { ctx, ...shown } = commanded("menu", inLesson);
  expect(shown).toMatchObject(atMenu);
  expect(ctx.session.bookmarks.map((b) => b.runs[0]?.state)).toEqual(["second"]);
});

test("repeat shows the question again; where none is open, it goes on", () => {
  expect(commanded("repeat", inLesson)).toMatchObject(asksAgain);
  expect(commanded("repeat", done)).toMatchObject(atMenu);
  expect(commanded("repeat", nothingAsked)).toMatchObject({ said: [], keys: ["learn", "other"] });
});

describe("back", () => {
  const trail = (...states: readonly string[]) => ({
    at: inLesson.at,
    session: { runs: runsOf(inLesson.at).map((r, i) => (i === 1 ? { ...r, trail: [...states] } : r)) },
  });
  test("stands at the question before, passing over what asks nothing any more", () => {
    const back = commanded("back", trail("first"));
    expect(back).toMatchObject({ place: "menu/start + lesson:one/first", said: ["first"], keys: ["next"] });
    expect(back.ctx.session.runs[1]?.trail).toEqual([]);
    expect(commanded("back", trail("first", "gone"))).toMatchObject({ place: "menu/start + lesson:one/first" });
    expect(commanded("back", trail("first", "last")).ctx.session.runs[1]?.trail).toEqual(["first"]);
  });
  test("at the beginning of a lesson is the question it was called from", () => {
    expect(commanded("back", inLesson)).toMatchObject(atMenu);
    // The run below went on behind its call: its question is asked once more where it stands at one, else further below.
    const runs = runsOf("menu/start + guide:g/only + lesson:one/first").map((r, i) => (i === 1 ? { ...r, at: 9 } : r));
    expect(commanded("back", { at: inLesson.at, session: { runs } })).toMatchObject({
      place: "menu/start",
      said: ["menu"],
    });
    // … at its first page, whatever page of the list below had been open.
    expect(commanded("back", inLesson).ctx.session.wait).toMatchObject({ page: 0 });
  });
  test("at the very beginning says so, and shows the menu", () => {
    expect(commanded("back")).toMatchObject({ ...atMenu, said: ["back.none", "menu"] });
    expect(commanded("back", done)).toMatchObject({ ...atMenu, said: ["back.none", "menu"] });
  });
});

describe("skip", () => {
  test("leaves a question for words without an answer", () =>
    expect(commanded("skip", { at: "menu/start + form:name/ask" })).toMatchObject({
      place: "menu/start + form:name/skipped",
      said: ["skipped"],
    }));
  test("takes the way on that is offered", () => {
    const skipped = commanded("skip", inLesson);
    expect(skipped).toMatchObject({ place: "menu/start + lesson:one/last", said: ["last"] });
    expect(skipped.ctx.session.runs[1]?.trail).toEqual(["second"]);
  });
  test("where nothing leads on it says so and asks again", () => {
    expect(commanded("skip", { at: "menu/start + lesson:one/last" })).toMatchObject({
      place: "menu/start + lesson:one/last",
      said: ["skip.none", "last"],
      keys: ["over"],
    });
    expect(commanded("skip", done)).toMatchObject({ ...atMenu, said: ["skip.none", "menu"] });
  });
});

describe("resume", () => {
  const left = { bookmarks: [{ runs: runsOf("lesson:one/second"), at: noon }] };
  test("in a lesson is its next step, whatever else was left", () =>
    expect(
      commanded("resume", { at: inLesson.at, session: { bookmarks: [{ runs: runsOf("guide:g/only"), at: noon }] } }),
    ).toMatchObject({ place: "menu/start + lesson:one/last", said: ["last"] }));
  test("elsewhere it is the lesson that was left, at its question or from its beginning", () => {
    expect(commanded("resume", { session: left })).toMatchObject({ ...asksAgain });
    const gone = { bookmarks: [{ runs: runsOf("lesson:one/gone"), at: noon }] };
    expect(commanded("resume", { session: gone })).toMatchObject({
      place: "menu/start + lesson:one/first",
      said: ["first"],
    });
  });
  test("with nothing left it says so, and the question comes again, or the menu", () => {
    const nothing = { place: "menu/start + help/only", said: ["resume.none", "help"], keys: ["ok"] };
    expect(commanded("resume", { at: "menu/start + help/only" })).toMatchObject(nothing);
    expect(commanded("resume", done)).toMatchObject({ ...atMenu, said: ["resume.none", "menu"] });
    expect(commanded("resume", nothingAsked).said).toEqual(["resume.none"]);
  });
});

describe("picture and listening", () => {
  const env = (capabilities: object) => ({
    env: { capabilities: { buttons: true, pictures: true, listen: false, ...capabilities } },
  });
  test("a step without a picture says so first", () =>
    expect(commanded("picture", inLesson)).toMatchObject({ ...asksAgain, said: ["picture.none", "second"] }));
  test("a step with one shows it; a channel of words alone is told the address", () => {
    const at = { at: "menu/start + pictured/only" };
    expect(commanded("picture", at)).toMatchObject({ said: ["picture", "card"], keys: ["fine"] });
    const words = commanded("picture", { ...at, ...env({ pictures: false }) });
    expect(words.said).toEqual(["picture.web", "picture", "card"]);
    expect(words.ctx.blocks[0]).toMatchObject({ text: { args: { url: "https://mau.example/chat?commune=00000" } } });
  });
  test("where nothing is asked it only goes on", () => expect(commanded("picture", done)).toMatchObject(atMenu));
  test("reading aloud is here or at the web's address", () => {
    expect(commanded("listen", { ...inLesson, ...env({ listen: true }) })).toMatchObject({
      ...asksAgain,
      said: ["listen.here", "second"],
    });
    const web = commanded("listen", inLesson);
    expect(web).toMatchObject({ ...asksAgain, said: ["listen.web", "second"] });
    expect(web.ctx.blocks[0]).toMatchObject({ text: { args: { url: "https://mau.example/chat?commune=00000" } } });
    expect(commanded("listen", done)).toMatchObject({ ...atMenu, said: ["listen.web", "menu"] });
  });
});

describe("no more", () => {
  test("stop is at once, on record, and said back", () => {
    const stopped = commanded("stop", inLesson);
    expect([stopped.ctx.person.optedOut, stopped.recorded]).toEqual([true, ["opted-out"]]);
    expect(stopped.ctx.events).toContainEqual({ type: "recorded", what: "opted-out", ref: null, data: {} });
  });
  test("no-review ends the questions asked again, and only them", () => {
    const stopped = commanded("no-review", inLesson);
    expect(stopped).toMatchObject({ ...asksAgain, said: ["review.stopped", "second"], recorded: ["review-stopped"] });
    expect(stopped.ctx.person.review).toBe("no");
    expect(stopped.ctx.events).toContainEqual({ type: "recorded", what: "review-stopped", ref: null, data: {} });
    const inside = commanded("no-review", { at: "menu/start + review/only" });
    expect(inside).toMatchObject({ place: "menu/start", said: ["review.stopped"], keys: ["learn", "other"] });
    expect(commanded("no-review", { at: "menu/start + lesson:one/second + review/only + help/only" })).toMatchObject({
      place: inLesson.at,
      said: ["review.stopped"],
    });
    expect(commanded("no-review", done)).toMatchObject({ ...atMenu, said: ["review.stopped", "menu"] });
  });
});

test("a joined phone is parted in its flow; where none joined it says so and asks again", () => {
  const joined = commanded("unlink", { ...inLesson, facts: { joined: "l" } });
  expect(joined).toMatchObject({ place: `${inLesson.at} + link-undo/only`, said: ["link-undo"] });
  expect(joined.ctx.session.runs.at(-1)?.vars).toEqual({ link: "l" });
  expect(commanded("unlink", inLesson)).toMatchObject({ ...asksAgain, said: ["code.none-joined", "second"] });
  expect(commanded("unlink", done)).toMatchObject({ ...atMenu, said: ["code.none-joined", "menu"] });
});
