import { expect, it } from "vitest";
import type { Message } from "../../../src/channels/message.ts";
import { arrange } from "../../../src/site/chat/arrange.ts";
import { type ScreenName, screens } from "../../browser/screens.ts";

const kinds = (message: Omit<Message, "token">, greeting = false) =>
  arrange({ ...message, token: "t" }, greeting).map((part) =>
    part.kind === "sheet" ? `sheet(${part.blocks.map((b) => b.kind).join(" ")})` : part.kind,
  );
const laid = (name: ScreenName, greeting = false) => kinds(screens[name], greeting);

it("lays the screens out as the design does", () => {
  expect(laid("greeting", true)).toEqual(["board", "sheet(text)", "sheet(text)", "choices", "note"]);
  expect(laid("menu")).toEqual(["heading", "choices", "small"]);
  expect(laid("step")).toEqual(["sheet(title picture keys text)", "choices"]);
  expect(laid("question")).toEqual(["sheet(question)", "choices", "small"]);
  expect(laid("right")).toEqual(["feedback", "choices"]);
  expect(laid("person")).toEqual(["sheet(title text)", "choices", "note"]);
});

it("writes on the board only a short title of the very first message", () => {
  expect(laid("greeting")[0]).toBe("sheet(title text text)");
  expect(
    kinds(
      { ...screens.greeting, blocks: [{ kind: "title", text: "Chào mừng bác đến với lớp học số của xã" }] },
      true,
    )[0],
  ).toBe("sheet(title)");
});

it("explains an answer that is shown in place, not under the choices", () => {
  const shown = { ...screens.question, choices: [{ key: "next", n: 1, label: "Câu tiếp theo" }] };
  expect(kinds(shown)).toEqual(["sheet(question text)", "choices"]);
});

it("keeps a danger above many choices, where it is seen", () => {
  expect(kinds({ ...screens.person, choices: screens.menu.choices.map(({ icon: _, ...c }) => c) })).toEqual([
    "sheet(title text)",
    "note",
    "choices",
  ]);
});

it("loses no block", () => {
  for (const screen of Object.values(screens)) {
    const parts = arrange({ ...screen, token: "t" }, false);
    const count = parts.reduce(
      (sum, p) =>
        sum +
        (p.kind === "sheet"
          ? p.blocks.length
          : p.kind === "feedback"
            ? 1 + p.why.length
            : p.kind === "choices"
              ? 0
              : 1),
      0,
    );
    expect(count).toBe(screen.blocks.length);
  }
});
