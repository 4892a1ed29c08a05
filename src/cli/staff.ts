import { randomBytes } from "node:crypto";
import { LINK_LIFE } from "../desk/first-admin.ts";
import { hash } from "../desk/hash.ts";
import { roleWords } from "../desk/role-words.ts";
import type { Verb } from "./verb.ts";

/** `staff`: who may use the desk, and the way back for an administrator whom nobody else can help. */
export const staff: Verb = {
  words: "list | link LOGIN | reset LOGIN",
  says: {
    vi: "người dùng bàn làm việc; liên kết dùng một lần; bỏ mã hai lớp đã mất",
    en: "users of the desk; a one-time link; take a lost second factor away",
  },
  run: async ({ words: [what, login], house }) => {
    const { desk, now, config } = await house();
    if (what === "list") {
      const people = await desk.staffList(null);
      return {
        value: people.map(({ login, name, role, commune, secondFactor }) => ({
          login,
          name,
          role,
          commune,
          secondFactor,
        })),
        lines: [],
        table: {
          head: [
            { vi: "đăng nhập", en: "login" },
            { vi: "tên", en: "name" },
            { vi: "vai trò", en: "role" },
            { vi: "xã", en: "commune" },
            { vi: "hai lớp", en: "second factor" },
          ],
          rows: people.map((p) => [p.login, p.name, roleWords[p.role], p.commune ?? "*", p.secondFactor ? "2FA" : "-"]),
        },
      };
    }
    if ((what !== "link" && what !== "reset") || !login)
      return {
        misused: {
          vi: "staff cần một trong: list, link LOGIN, reset LOGIN",
          en: "staff needs one of: list, link LOGIN, reset LOGIN",
        },
      };
    const found = await desk.staffByLogin(login.toLowerCase());
    if (!found)
      return {
        fault: {
          vi: `không có ai đăng nhập bằng ${login}; \`cli staff list\` cho biết có ai`,
          en: `there is nobody with the login ${login}; \`cli staff list\` shows who there is`,
        },
      };
    const by = { who: "operator", from: null, at: now() } as const;
    if (what === "reset") {
      await desk.removeSecondFactor(found.staff, null, by);
      return {
        value: { login: found.staff.login },
        lines: [
          {
            vi: `${found.staff.login}: mã hai lớp đã bỏ, mọi phiên đã hết. Lần đăng nhập tới phải bật lại.`,
            en: `${found.staff.login}: the second factor is gone and every session has ended. It must be set up again at the next sign-in.`,
          },
        ],
      };
    }
    const key = randomBytes(24).toString("base64url");
    await desk.addLink(found.staff, { hash: hash(key), expiresAt: by.at + LINK_LIFE }, by);
    const link = `${config.publicUrl}/desk/vao/${key}`;
    return {
      value: { login: found.staff.login, link },
      lines: [
        link,
        {
          vi: `Đưa tận tay ${found.staff.login}. Chỉ hiện lúc này, dùng một lần, trong 24 giờ.`,
          en: `Hand it to ${found.staff.login} in person. It is shown only now, works once, for 24 hours.`,
        },
      ],
    };
  },
};
