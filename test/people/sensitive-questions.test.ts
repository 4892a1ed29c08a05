import { expect, test } from "vitest";
import { cleaned } from "../../src/people/clean.ts";
import { sensitive } from "../../src/people/sensitive.ts";

test.each([
  "quên mật khẩu vnetraffic",
  "đổi mật khẩu dichvucong",
  "123456 lam passcode duoc ko",
])("asked about, nothing is told: %s", (text) => expect(cleaned(text)).toBe(text));

test.each([
  "mã là 5-1-2-0-3-4",
  "mã là 5.1.2.0.3.4",
  "mã là 5, 1, 2, 0, 3, 4",
  "otp 51-20-34",
  "482913 lam passcode duoc ko",
  "123456 la passcode cua toi",
])("a code however it is written: %s", (text) => expect(sensitive(text)).toBe("otp"));

test.each(["827364", "8273645", "82736451"])("a number of six to eight digits does not stay in a question: %s", (n) =>
  expect(cleaned(`máy cày ${n} hỏng`)).not.toContain(n));

test.each(["02083822123", "0208 3822 123", "(0208) 3822123", "024 3936 1234"])("a landline is a telephone: %s", (n) => {
  const text = `${n} là của ai`;
  expect(sensitive(text)).toBeNull();
  expect(cleaned(text)).not.toMatch(/\d/);
  expect(cleaned(text, ["phone"])).toBe(text);
});
