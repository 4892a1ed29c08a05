import type { Problem } from "../problem.ts";
import { problem } from "../problem.ts";
import { schemaFaults } from "../schema-faults.ts";
import type { YamlFile } from "../yaml-file.ts";
import { FactFile } from "./fact.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";

/** Reads `content/facts`. The file is named after its area, so that a name in a text says where its fact stands. */
export const readLedger = (yamls: readonly YamlFile[], problems: Problem[]): Ledger =>
  ledgerOf(
    yamls.flatMap((yaml) => {
      const result = FactFile.safeParse(yaml.value);
      if (!result.success) {
        problems.push(...schemaFaults(yaml, FactFile, yaml.value, result.error.issues));
        return [];
      }
      const { area } = result.data;
      if (!yaml.file.endsWith(`/${area}.yaml`))
        problems.push(
          problem("schema", yaml.file, yaml.lineOf(["area"]), {
            vi: `tệp phải mang tên mảng “${area}”`,
            en: `the file must be named after its area "${area}"`,
          }),
        );
      return [result.data];
    }),
  );
