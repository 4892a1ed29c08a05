import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A short code opens one thing only; it stands on printed posters. */
export const codes: Rule = {
  id: "codes",
  find: ({ library, place }) =>
    library.items.flatMap((item, i) => {
      const where = place.key(`${item.kind}:${item.id}`, ["code"]);
      const other = library.items.slice(0, i).find((o) => o.code === item.code);
      if (other)
        return [
          at(where, "codes", {
            vi: `mã ${item.code} đã mở “${other.id}”`,
            en: `the code ${item.code} already opens "${other.id}"`,
          }),
        ];
      if (library.codes.get(item.code)?.opens === "flow")
        return [
          at(where, "codes", {
            vi: `mã ${item.code} đã mở một kịch bản`,
            en: `the code ${item.code} already opens a flow`,
          }),
        ];
      return library.hearing.command(item.code)
        ? [at(where, "codes", { vi: `mã ${item.code} trùng một lệnh chung`, en: `the code ${item.code} is a command` })]
        : [];
    }),
};
