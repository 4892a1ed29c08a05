import { clean } from "../../people/clean.ts";
import { editionCode, editionHash, editionJson, editionOf, frozen } from "../../report/edition.ts";
import type { Input, Output } from "../verb.ts";
import { openReport } from "./open-report.ts";

/** Freezes the report the options name; one that is frozen already takes a reason. */
export const freezeReport = async (input: Input): Promise<Output> => {
  const opened = await openReport(input);
  if (!("report" in opened)) return opened;
  const { house, commune, of, report } = opened;
  const reason = typeof input.flags.reason === "string" ? clean(input.flags.reason) : "";
  if (reason === null)
    return {
      misused: {
        vi: "--reason có số giấy tờ, số thẻ, mật khẩu hoặc số riêng của ai đó; viết lại không có các số ấy",
        en: "--reason holds somebody's own number or a password; write it without",
      },
    };
  const last = (await house.desk.editions(commune.code)).find((e) => e.period === of.period && e.duty === of.duty);
  if (last && reason === "")
    return {
      misused: {
        vi: `kỳ này đã chốt bản ${last.number}; muốn chốt bản mới thì ghi --reason`,
        en: `edition ${last.number} of this period is frozen; another takes --reason`,
      },
    };
  const before = last ? await house.desk.edition(last.hash) : null;
  const at = house.now();
  const edition = frozen(report, before && editionOf(before.edition), { reason, at, by: "operator" });
  const hash = editionHash(edition);
  const added = await house.desk.addEdition(
    commune.code,
    { ...of, number: edition.number, hash, edition: editionJson(edition) },
    { who: "operator", from: null, at, name: "operator" },
  );
  if (!added)
    return { fault: { vi: "vừa có người chốt bản này trước", en: "somebody else froze this edition a moment ago" } };
  const code = editionCode(hash);
  return {
    value: { commune: commune.code, ...of, number: edition.number, hash, code, differences: edition.differences },
    lines: [
      {
        vi: `đã chốt bản ${edition.number}, mã kiểm tra ${code}`,
        en: `frozen: edition ${edition.number}, code ${code}`,
      },
    ],
    after: edition.differences.map((d) => `${d.what}: ${d.before} → ${d.after}`),
  };
};
