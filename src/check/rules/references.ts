import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** What a piece of content points to exists: topics to see also, the track of a lesson, the lessons of a track. */
export const references: Rule = {
  id: "references",
  find: ({ library, place, unread }) => {
    const ids = new Set(library.items.map((i) => i.id));
    const lessons = new Set(library.items.filter((i) => i.kind === "lesson").map((i) => i.id));
    const tracks = new Set(library.trackItems.map((t) => t.id));
    return [
      ...library.items.flatMap((item) => {
        const of = `${item.kind}:${item.id}`;
        return [
          ...item.see_also
            .filter((id) => (!ids.has(id) && !unread.has(id)) || id === item.id)
            .map((id) =>
              at(place.key(of, ["see_also"]), "references", {
                vi: `see_also ghi “${id}”, ${id === item.id ? "là chính chủ đề này" : "nhưng không có chủ đề ấy"}`,
                en: `see_also names "${id}", which ${id === item.id ? "is this very topic" : "does not exist"}`,
              }),
            ),
          ...(item.kind === "lesson" && !tracks.has(item.track) && !unread.has(item.track)
            ? [
                at(place.key(of, ["track"]), "references", {
                  vi: `không có khoá học “${item.track}”`,
                  en: `there is no track "${item.track}"`,
                }),
              ]
            : []),
        ];
      }),
      ...library.trackItems.flatMap((t) =>
        t.lessons
          .filter((l) => !lessons.has(l) && !unread.has(l))
          .map((l) =>
            at(place.key(`track:${t.id}`, ["lessons"]), "references", {
              vi: `khoá học có bài “${l}”, nhưng không có bài ấy`,
              en: `the track has the lesson "${l}", which does not exist`,
            }),
          ),
      ),
    ];
  },
};
