import { type Problem, problem } from "../problem.ts";
import { schemaFaults } from "../schema-faults.ts";
import type { YamlFile } from "../yaml-file.ts";
import { Translation } from "./translation.ts";

export type TranslationFile = { readonly yaml: YamlFile; readonly translation: Translation };

/** A file of `content/translations/`; what does not hold becomes problems with their lines. */
export const readTranslation = (yaml: YamlFile, problems: Problem[]): TranslationFile[] => {
  const result = Translation.safeParse(yaml.value);
  if (result.success && yaml.file.endsWith(`/${result.data.language}.yaml`))
    return [{ yaml, translation: result.data }];
  problems.push(
    ...(result.success
      ? [problem("schema", yaml.file, yaml.lineOf(["language"]), misnamed)]
      : schemaFaults(yaml, Translation, yaml.value, result.error.issues)),
  );
  return [];
};

const misnamed = { vi: "tệp phải mang tên mã ngôn ngữ của nó", en: "the file is named after its language" };
