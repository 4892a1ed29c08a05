import type { House } from "../app.ts";

/** What the start prints: where to go, and what an operator should know. */
export const banner = ({ config, communes }: House, adminLink: string | null, notes: readonly string[]): string => {
  const url = config.publicUrl;
  const { length } = communes();
  return [
    "",
    "Bình dân học vụ số đang chạy.",
    `  Trang chủ       ${url}/            (${length} xã)`,
    `  Trò chuyện      ${url}/chat?commune=${config.commune}`,
    `  Kết quả         ${url}/ket-qua/${config.commune}`,
    `  Bàn cán bộ      ${url}/desk`,
    ...(config.telegram ? [`  Telegram        ${config.telegram.mode}, xã ${config.commune}`] : []),
    ...(config.zaloOa ? [`  Zalo OA         xã ${config.commune}, webhook ${url}/webhooks/zalo-oa/default`] : []),
    ...(config.zaloBot ? [`  Zalo Bot        xã ${config.commune}`] : []),
    ...(adminLink
      ? ["", "Lần đầu: mở đường dẫn này một lần để đặt mật khẩu quản trị (hạn 24 giờ):", `  ${adminLink}`]
      : []),
    ...notes.map((note) => `  * ${note}`),
    "",
  ].join("\n");
};
