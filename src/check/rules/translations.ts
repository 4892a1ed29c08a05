import { sourceTexts } from "../../content/translations/source-texts.ts";
import { standingOf } from "../../content/translations/translation.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";
import { unfit } from "../translation-fit.ts";

/** What is said in a further language holds what the import asks of it, also when somebody wrote into the file by hand. */
export const translations: Rule = {
  id: "translations",
  find: ({ library, place, concerns }) => {
    const concerned = library.translations.filter((t) =>
      concerns(library.files.get(`translation:${t.language}`)?.file ?? ""),
    );
    if (concerned.length === 0) return [];
    const texts = sourceTexts(library);
    return concerned.flatMap((t) =>
      texts.flatMap((source) => {
        const known = t.texts[source.key];
        // A stale one is said to nobody; it may well miss what the Vietnamese has got since.
        if (!known || standingOf(known, source.vi) !== "ok") return [];
        const where = place.key(`translation:${t.language}`, ["texts", source.key]);
        return unfit(source, known.text).map((why) =>
          at(where, "translations", { vi: `${source.key}: ${why.vi}`, en: `${source.key}: ${why.en}` }),
        );
      }),
    );
  },
};
