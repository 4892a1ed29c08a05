import { describe, expect, test } from "vitest";
import type { Run } from "../../src/engine/session.ts";
import { fresh, home, takeBookmark } from "../../src/engine/stack.ts";
import { contextOf } from "./context-of.ts";
import { envAt, noon } from "./world.ts";

const lesson = "lesson:dien-thoai";
const guide = "guide:vneid-cai-dat";
const versionOf = (flow: string): string => envAt().flow(flow)?.version ?? expect.fail();
const at = (flow: string, state: string, more: Partial<Run> = {}): Run => ({
  ...fresh(flow, versionOf(flow), state),
  ...more,
});
const menu = at("menu", "start");
const states = Object.keys(envAt().flow(lesson)?.states ?? {});
const question =
  states.find((s) =>
    envAt()
      .flow(lesson)
      ?.states[s]?.steps.some((step) => step.kind === "choose"),
  ) ?? expect.fail();

const context = (runs: readonly Run[], more: object = {}) =>
  contextOf({ session: { runs: [...runs], ...more }, now: noon });
const kept = (ctx: ReturnType<typeof context>) =>
  ctx.session.bookmarks.map((b) => b.runs.map((r) => `${r.flow}/${r.state}`));

describe("going to the menu", () => {
  test("keeps the lesson or guide that was open, with the moment, and stands at the menu alone", () => {
    for (const flow of [lesson, guide]) {
      const ctx = context([menu, at(flow, "start"), at("help", "start")]);
      home(ctx);
      expect(ctx.session.runs).toEqual([menu]);
      expect(ctx.session.wait).toBeNull();
      expect(kept(ctx)).toEqual([[`${flow}/start`]]);
      expect(ctx.session.bookmarks[0]?.at).toBe(noon);
      expect(ctx.session.read).toEqual({ flow, at: noon });
    }
  });

  test("keeps nothing of what is finished, of small talk and of the menu itself", () => {
    for (const runs of [
      [menu],
      [menu, at("help", "start")],
      [menu, at(lesson, "start", { vars: { finished: true } })],
    ]) {
      const ctx = context(runs);
      home(ctx);
      expect(kept(ctx)).toEqual([]);
    }
    const onlySmallTalk = context([menu, at("help", "start")]);
    home(onlySmallTalk);
    expect(onlySmallTalk.session.read).toBeUndefined();
  });

  test("keeps each once, the latest first, and no more than three", () => {
    const lessons = envAt()
      .catalogue.filter((e) => e.kind === "lesson")
      .map((e) => `lesson:${e.id}`);
    const ctx = context([menu]);
    for (const flow of [...lessons.slice(0, 4), lessons[1] ?? ""]) {
      ctx.session.runs = [menu, at(flow, "start")];
      home(ctx);
    }
    const [, second, third, fourth] = lessons;
    expect(ctx.session.bookmarks.map((b) => b.runs[0]?.flow)).toEqual([second, fourth, third]);
  });

  test("keeps a copy: what happens to the run later does not reach it", () => {
    const run = at(lesson, "start", { trail: ["start"] });
    const ctx = context([menu, run]);
    const inside = ctx.session.runs[1] ?? expect.fail();
    home(ctx);
    inside.state = "elsewhere";
    inside.trail.push("elsewhere");
    expect(kept(ctx)).toEqual([[`${lesson}/start`]]);
    expect(ctx.session.bookmarks[0]?.runs[0]?.trail).toEqual(["start"]);
  });
});

describe("going on", () => {
  test("stands at the question where the lesson was left, and the bookmark is used up", () => {
    const ctx = context([menu], {
      bookmarks: [
        { runs: [at(lesson, question)], at: 1 },
        { runs: [at(guide, "start")], at: 0 },
      ],
    });
    expect(takeBookmark(ctx)).toBe("question");
    expect(ctx.session.runs.map((r) => [r.flow, r.state])).toEqual([
      ["menu", "start"],
      [lesson, question],
    ]);
    expect(kept(ctx)).toEqual([[`${guide}/start`]]);
  });

  test("stands at the beginning where that question is gone, also of a version that is no more", () => {
    const ctx = context([menu], { bookmarks: [{ runs: [at(lesson, "gone", { version: "old", at: 3 })], at: 1 }] });
    expect(takeBookmark(ctx)).toBe("beginning");
    const now = envAt().flow(lesson) ?? expect.fail();
    expect(ctx.session.runs.at(-1)).toMatchObject({ flow: lesson, version: now.version, state: now.start, at: 0 });
  });

  test("does nothing without a bookmark, or with one of a flow that is gone", () => {
    const gone = { runs: [{ ...menu, flow: "lesson:that-never-was" }], at: 1 };
    for (const bookmarks of [[], [gone]]) {
      const ctx = context([menu, at("help", "start")], { bookmarks });
      expect(takeBookmark(ctx)).toBe("none");
      expect(ctx.session.runs.map((r) => r.flow)).toEqual(["menu", "help"]);
      expect(ctx.session.bookmarks).toHaveLength(bookmarks.length);
    }
  });
});

test("a fresh run has variables of its own", () => {
  const vars = { village: "v1" };
  const run = fresh("menu", "1", "start", vars);
  expect(run).toEqual({ flow: "menu", version: "1", state: "start", at: 0, vars, trail: [] });
  expect(run.vars).not.toBe(vars);
  expect(fresh("menu", "1", "start").vars).toEqual({});
});
