import { randomBytes } from "node:crypto";
import { LINK_LIFE } from "../desk/first-admin.ts";
import { hash } from "../desk/hash.ts";
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
          head: ["đăng nhập", "tên", "vai trò", "xã", "hai lớp"],
          rows: people.map((p) => [p.login, p.name, p.role, p.commune ?? "*", p.secondFactor ? "2FA" : "-"]),
        },
      };
    }
    if ((what !== "link" && what !== "reset") || !login)
      return { fault: "staff needs one of: list, link LOGIN, reset LOGIN" };
    const found = await desk.staffByLogin(login.toLowerCase());
    if (!found) return { fault: `there is nobody with the login ${login}; \`cli staff list\` shows who there is` };
    const by = { who: "operator", from: null, at: now() } as const;
    if (what === "reset") {
      await desk.removeSecondFactor(found.staff, null, by);
      return {
        value: { login: found.staff.login },
        lines: [`${found.staff.login}: mã hai lớp đã bỏ, mọi phiên đã hết. Lần đăng nhập tới phải bật lại.`],
      };
    }
    const key = randomBytes(24).toString("base64url");
    await desk.addLink(found.staff, { hash: hash(key), expiresAt: by.at + LINK_LIFE }, by);
    const link = `${config.publicUrl}/desk/vao/${key}`;
    return {
      value: { login: found.staff.login, link },
      lines: [link, `Đưa tận tay ${found.staff.login}. Chỉ hiện lúc này, dùng một lần, trong 24 giờ.`],
    };
  },
};
