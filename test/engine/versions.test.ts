import { expect, test } from "vitest";
import { agreed, begin, facts, flow, lit, withFlows } from "./world.ts";

const button = (goto: string) => ({ kind: "choose", options: [{ id: "next", label: lit("đi tiếp"), goto }] });
const last = { kind: "choose", options: [{ id: "ok", label: lit("xong"), return: true }] };
const said = (text: string) => ({ kind: "say", text: lit(text) });

const first = flow(
  "lesson:x",
  { a: [said("một cũ"), button("b")], b: [said("hai cũ"), button("c")], c: [said("ba cũ"), last] },
  "t1",
  ["a", "b"],
);
const sameStates = flow(
  "lesson:x",
  { a: [said("một mới"), button("b")], b: [said("hai mới"), button("c")], c: [said("ba mới"), last] },
  "t2",
  ["a", "b"],
);
const without = (gone: string) => {
  const states = Object.fromEntries(Object.entries(sameStates.states).filter(([id]) => id !== gone));
  return { ...sameStates, version: "t3", states };
};
const at = (state: "a" | "b" | "c") => {
  const talk = begin(agreed, facts, withFlows([first])).give({ type: "open", code: { opens: "lesson", id: "x" } });
  for (let i = 0; i < ["a", "b", "c"].indexOf(state); i++) talk.press("next");
  return talk;
};

test("a person goes on in the version they began, though a new one is there", () => {
  const both = withFlows([sameStates, first]);
  const talk = at("a").press("next", both);
  expect(talk.said).toBe("hai cũ");
  expect(talk.session.runs[1]?.version).toBe("t1");
  expect(begin(agreed, facts, both).give({ type: "open", code: { opens: "lesson", id: "x" } }).said).toBe("một mới");
});

test("when their version is retired they stand at the same question of the new one, told once", () => {
  const retired = withFlows([sameStates]);
  const talk = at("b").type("gì đó", retired);
  expect(talk.top).toBe("lesson:x/b");
  expect(talk.said).toMatch(/vừa được sửa[\s\S]*hai mới/);
  expect(talk.press("next", retired).said).toBe("ba mới");
});

test("when the question is gone they stand at the last checkpoint they passed", () => {
  const talk = at("c").type("1", withFlows([without("c")]));
  expect(talk.top).toBe("lesson:x/b");
});

test("when that is gone too they begin again", () => {
  const talk = at("b").type(
    "1",
    withFlows([
      {
        ...without("b"),
        states: { a: { id: "a", steps: [...(sameStates.states.a?.steps ?? [])], checkpoint: false } },
      },
    ]),
  );
  expect(talk.top).toBe("lesson:x/a");
  expect(talk.said).toMatch(/vừa được sửa[\s\S]*một mới/);
});

test("after a conversation has ended a retired version is nobody's trouble", () => {
  const ending = flow("lesson:x", { a: [{ kind: "choose", options: [{ id: "end", label: lit("hết"), end: true }] }] });
  const talk = begin(agreed, facts, withFlows([ending]))
    .give({ type: "open", code: { opens: "lesson", id: "x" } })
    .press("end");
  expect(talk.session.status).toBe("done");
  expect(talk.type("menu", withFlows([sameStates])).said).not.toContain("vừa được sửa");
});
