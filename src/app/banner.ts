import type { House } from "../app.ts";
import { webhookOf } from "./channels.ts";

/** What the start prints: where to go, and what an operator should know. */
export const banner = (
  { config, communes, connected }: House,
  adminLink: string | null,
  notes: readonly string[],
): string => {
  const url = config.publicUrl;
  const { length } = communes();
  return [
    "",
    "Bình dân học vụ số đang chạy.",
    `  Trang chủ       ${url}/            (${length} xã)`,
    `  Trò chuyện      ${url}/chat?commune=${config.commune}`,
    `  Kết quả         ${url}/ket-qua/${config.commune}`,
    `  Bàn điều hành   ${url}/desk`,
    ...[...connected.values()].flatMap(({ connection, definition: { words } }) => {
      const at = { commune: connection.commune, webhook: webhookOf(config, connection.channel) };
      const started = words.started(connection.settings, at);
      return started === null ? [] : [`  ${words.name.vi.padEnd(16)}${started}`];
    }),
    ...(adminLink
      ? ["", "Lần đầu: mở đường dẫn này một lần để đặt mật khẩu quản trị (hạn 24 giờ):", `  ${adminLink}`]
      : []),
    ...notes.map((note) => `  * ${note}`),
    "",
  ].join("\n");
};
