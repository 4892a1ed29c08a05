import { build } from "./build.ts";
import { root } from "./files.ts";
import { startRehearsal } from "./rehearse/start.ts";

/** `npm run rehearse`: the server with made-up channels, and a page that looks like a phone. Ctrl+C ends it and forgets it. */
await build(`${root}/dist`);
const port = Number(process.env.PORT ?? 3000);
const rehearsal = await startRehearsal({ server: port, page: port + 1 });
process.stdout.write(
  [
    "Diễn tập: không tin nào ra ngoài máy này, đóng lại là mất hết.",
    `  Điện thoại:      ${rehearsal.page}`,
    `  Trang của xã:    ${rehearsal.server}/chat`,
    `  Bàn điều hành:   ${rehearsal.desk ?? `${rehearsal.server}/desk`}`,
    "  Ctrl+C để dừng.",
    "",
  ].join("\n"),
);
process.once("SIGINT", () => void rehearsal.close().then(() => process.exit(0)));
