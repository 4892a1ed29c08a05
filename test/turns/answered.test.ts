import { expect, test } from "vitest";
import { plain } from "../../src/channels/plain.ts";
import { app } from "../../src/engine/text.ts";
import { answered } from "../../src/turns/answered.ts";
import { speaker } from "../../src/turns/speak.ts";
import { commune } from "../engine/world.ts";
import { realLibrary, realWorld } from "../universe.ts";

const library = realLibrary();
const speak = speaker(realWorld(library));
const asker = { account: "a", connection: "tg", chat: "c", name: "Hoa", you: "bac", language: "vi" } as const;
const say = (answer: Parameters<typeof answered>[4], to = asker) =>
  answered(speak, commune, to, "máy cày hỏng {{you}} ơi", answer, "t1", 0);

test("an answer says who speaks and what was asked, asks nothing, and warns of those who would", () => {
  const message = say({ words: "Bà con gọi hợp tác xã." });
  expect(message).toMatchObject({ purpose: "reply", choices: [], expects: "nothing", token: "t1" });
  expect(plain(message)).toContain("Xã Xã Mẫu trả lời bác");
  expect(plain(message)).toContain("Bác đã hỏi: “máy cày hỏng {{you}} ơi”");
  expect(plain(message)).toContain("Bà con gọi hợp tác xã.");
  expect(plain(message)).toContain("không bao giờ hỏi mật khẩu");
});

test("a topic is told with the code that opens it in any chat", () => {
  const title = library.catalogue.find((e) => e.id === "vneid-cai-dat")?.title ?? app("failed");
  expect(plain(say({ title, code: "HD1" }))).toContain("Cài và kích hoạt VNeID");
  expect(plain(say({ title, code: "HD1" }))).toContain("gõ HD1 để mở");
});
