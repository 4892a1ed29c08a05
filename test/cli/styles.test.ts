import { expect, test } from "vitest";
import { styles } from "../../src/cli/ask/styles.ts";

test.each([
  ["quen mat khau vneid thi lam sao", ["no_marks"]],
  ["quen mat khau", ["no_marks", "short"]],
  ["quên mật khẩu", ["short"]],
  ["quên mật khẩu VNeID thì làm sao", []],
  [`hôm qua tôi lên xã ${"cán bộ bảo ".repeat(8)}phải làm gì`, ["story"]],
])("%s", (question, of) => {
  expect(Object.entries(styles).flatMap(([style, is]) => (is(question) ? [style] : []))).toEqual(of);
});
