import { seeded } from "../kit/seeded.ts";
import { demo as fill } from "../store/sqlite/cold/demo.ts";
import { realLearners } from "../store/sqlite/cold/real-learners.ts";
import { workingOn } from "../store/sqlite/lock.ts";
import { commune as communeOption, noCommune } from "./options.ts";
import type { Verb } from "./verb.ts";

const mostBeside = 1_000;

/** `demo`: sample villages and learners, labelled as such everywhere they are shown. */
export const demo: Verb = {
  says: {
    vi: "thêm xóm mẫu và người mẫu vào một xã, chỗ nào cũng ghi rõ là mẫu",
    en: "fill a commune with clearly labelled sample villages and learners",
  },
  options: {
    commune: communeOption,
    learners: { value: "N", says: { vi: "bao nhiêu người (mặc định: 200)", en: "how many people (default: 200)" } },
    events: {
      value: "N",
      says: { vi: "bao nhiêu việc học (mặc định: 30 mỗi người)", en: "how many learning events (default: 30 each)" },
    },
  },
  run: async ({ flags, config, house, progress }) => {
    const open = await house();
    const server = workingOn(config.dataDir);
    const commune = typeof flags.commune === "string" ? flags.commune : config.commune;
    const learners = Number(flags.learners ?? 200);
    const events = flags.events === undefined ? undefined : Number(flags.events);
    if (!open.communes().some((c) => c.code === commune)) return noCommune(commune);
    if (!Number.isInteger(learners) || learners < 1 || learners > 1_000_000)
      return {
        misused: {
          vi: "--learners phải là số nguyên từ 1 đến 1000000",
          en: "--learners must be a whole number from 1 to 1000000",
        },
      };
    if (events !== undefined && !Number.isInteger(events))
      return { misused: { vi: "--events phải là số nguyên", en: "--events must be a whole number" } };
    // Many rows are written in one go, and whoever writes to the server meanwhile would be turned away.
    if (server && learners > mostBeside)
      return {
        fault: {
          vi: `tiến trình ${server.pid} (${server.work}) đang làm việc trên ${config.dataDir}; dừng nó trước, hoặc tạo nhiều nhất ${mostBeside} người`,
          en: `process ${server.pid} (${server.work}) works on ${config.dataDir}; stop it first, or take at most ${mostBeside} learners`,
        },
      };
    const real = realLearners(open.store.db, commune);
    if (real > 0)
      return {
        fault: {
          vi: `${commune} đã có ${real} người học thật; dữ liệu mẫu không bao giờ trộn với người thật`,
          en: `${commune} has ${real} real learners; sample data is never mixed with real people`,
        },
      };
    const made = fill(open.store.db, {
      commune,
      learners,
      events,
      track: open.basicTrack,
      random: seeded(20261122),
      now: open.now(),
      progress: (done) => progress(done, learners, "demo"),
    });
    return {
      value: { commune, ...made },
      lines: [
        {
          vi: `${commune}: ${made.villages} xóm mẫu, ${made.learners} người mẫu, ${made.events} việc học. Mọi trang đều ghi “Dữ liệu mẫu”.`,
          en: `${commune}: ${made.villages} sample villages, ${made.learners} sample people, ${made.events} learning events. Every page says “Dữ liệu mẫu” (sample data).`,
        },
      ],
    };
  },
};
