import { build } from "./build.ts";
import { root } from "./files.ts";
import { takenPort } from "./rehearse/ports.ts";
import { startRehearsal } from "./rehearse/start.ts";

/** `npm run rehearse`: the server with made-up channels, and a page that looks like a phone. Ctrl+C ends it and forgets it. */
const port = Number(process.env.PORT ?? 3000);
const ports = { server: port, page: port + 1 };
const taken = await takenPort(Object.values(ports));
if (taken !== null) {
  process.stderr.write(
    `Cổng ${taken} đang có chương trình khác dùng, có khi là chính máy chủ. Chọn cổng khác, ví dụ: PORT=${port + 1_000} npm run rehearse\n`,
  );
  process.exit(1);
}
await build(`${root}/dist`);
const rehearsal = await startRehearsal(ports);
process.stdout.write(
  [
    "Diễn tập: không tin nào ra ngoài máy này, đóng lại là mất hết.",
    `  Điện thoại:      ${rehearsal.page}`,
    `  Trang của xã:    ${rehearsal.server}/chat`,
    `  Bàn điều hành:   ${rehearsal.desk ?? `${rehearsal.server}/desk`}`,
    // Over ssh the browser is on another machine, and these pages answer on this one alone.
    ...(process.env.SSH_CONNECTION
      ? [
          `  Máy này không có màn hình? Trên máy của bạn gõ: ssh -L ${port}:127.0.0.1:${port} -L ${port + 1}:127.0.0.1:${port + 1} TÊN@MÁY-CHỦ, rồi mở các địa chỉ trên.`,
        ]
      : []),
    "  Ctrl+C để dừng.",
    "",
  ].join("\n"),
);
process.once("SIGINT", () => void rehearsal.close().then(() => process.exit(0)));
