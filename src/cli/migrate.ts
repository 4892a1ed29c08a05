import type { Verb } from "./verb.ts";

/** `migrate`: brings the database to this program's version and the seeds into it, as every start does. */
export const migrate: Verb = {
  says: {
    vi: "đưa cơ sở dữ liệu lên bản này mà không chạy máy chủ",
    en: "bring the database to this version without starting the server",
  },
  alone: true,
  run: async ({ house }) => {
    const open = await house();
    return {
      value: { database: open.file, communes: open.communes().length },
      lines: [
        {
          vi: `${open.file} đã sẵn sàng, có ${open.communes().length} xã`,
          en: `${open.file} is ready, ${open.communes().length} communes`,
        },
      ],
    };
  },
};
