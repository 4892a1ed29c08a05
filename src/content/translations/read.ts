import { type Problem, problem } from "../problem.ts";
import type { YamlFile } from "../yaml-file.ts";
import { Translation } from "./translation.ts";

export type TranslationFile = { readonly yaml: YamlFile; readonly translation: Translation };

/** A file of `content/translations/`; what does not hold becomes problems with their lines. */
export const readTranslation = (yaml: YamlFile, problems: Problem[]): TranslationFile[] => {
  const result = Translation.safeParse(yaml.value);
  if (result.success && yaml.file.endsWith(`/${result.data.language}.yaml`))
    return [{ yaml, translation: result.data }];
  const issues = result.error?.issues ?? [{ path: ["language"], message: "the file is named after its language" }];
  for (const { path, message } of issues) problems.push(problem("schema", yaml.file, yaml.lineOf(path), message));
  return [];
};
