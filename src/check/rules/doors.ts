import { entryFlows } from "../../product/entry-flows.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** The flows the engine opens by name are there: without one of them a command such as "dừng" would end in an apology. */
export const doors: Rule = {
  id: "doors",
  find: ({ library, unread }) =>
    Object.values<string>(entryFlows)
      .filter((id) => !library.definitions.has(id) && !unread.has(id))
      .map((id) =>
        at({ file: `flows/${id}.yaml`, line: 1 }, "doors", {
          vi: `máy mở kịch bản “${id}” theo tên, mà không có kịch bản ấy`,
          en: `the engine opens the flow "${id}" by name, and it is missing`,
        }),
      ),
};
