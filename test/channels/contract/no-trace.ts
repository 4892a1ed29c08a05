import { expect } from "vitest";
import type { House } from "../../../src/app.ts";
import { everythingStored } from "../../everything-stored.ts";
import type { Someone } from "./town.ts";

/**
 * Somebody who types what nobody should, at every place that takes words: before they agree, as a name, as a question,
 * to the team and to be looked at. Nothing of it may stand in any table afterwards; what they asked and a telephone to
 * call back do.
 */
export const noTrace = async (person: Someone, house: House): Promise<void> => {
  await person.opens();
  for (const text of some(1)) await person.says(text);
  await person.says("menu");
  await person.chooses("Việc của tôi");
  await person.chooses("Cho xã lưu");
  await person.chooses("Đồng ý lưu");
  await person.chooses("65 trở lên");
  for (const text of some(2)) await person.says(text);
  await person.says("xom 2");
  await person.chooses("nghỉ hưu");
  // At the question for a name; the second is a telephone told in words.
  for (const text of [...some(0), "không chín một hai ba bốn năm sáu", "0912345678"]) await person.says(text);
  await person.says("Hoa");
  await person.chooses("Bác");
  // Questions: what a person types for a reason is answered, and cut out of what is kept.
  for (const text of [
    "số 0355123987 gọi bảo nâng cấp sim máy cày",
    "máy cày biển 20K1-45678 đăng kiểm kiểu gì",
    "viết thư vào maycay58@gmail.com mà họ lặn",
    "máy cày sinh 12/05/1958 thì sao",
    "máy cày số 8273645 hỏng",
  ])
    await person.says(text);
  for (const text of some(3)) await person.says(text);
  await person.says("9");
  await person.chooses("Nhắn kèm");
  for (const text of some(4)) await person.says(text);
  await person.says("Gọi tôi 0977000111, thư maycay58@gmail.com, hồ sơ số 8273645");

  const stored = everythingStored(house.store.db);
  for (const [text, part] of secrets) expect(stored, text).not.toContain(part);
  for (const part of soft) expect(stored, part).not.toContain(part);
  expect(stored).toContain("Gọi tôi 0977000111");
  expect(stored).toContain('"Hoa"');
};

const secrets = [
  ["cccd của tôi 062044671407", "062044671407"],
  ["062 044 671 407", "044 671"],
  ["thẻ 4111 1111 1111 1111", "1111 1111"],
  ["stk 0451000234567 vietcombank", "0451000234567"],
  ["mã là 7-3-9-2-0-4", "7-3-9-2"],
  ["otp 739204", "739204"],
  ["mật khẩu là Hoabinh@1954", "Hoabinh@1954"],
  ["số sổ bhxh 1908001234", "1908001234"],
  ["hộ chiếu C1234567", "C1234567"],
] as const;
/** Two of them at each place: a page takes only so many messages in a minute. */
const some = (at: number): readonly string[] =>
  [secrets[(2 * at) % 9], secrets[(2 * at + 1) % 9]].flatMap((s) => s?.[0] ?? []);
const soft = ["0355123987", "45678", "maycay58", "12/05/1958", "8273645", "chín một hai", "0912345678"];
