import type { Command } from "../../engine/commands.ts";
import { fold } from "../../kit/text.ts";
import { entryFlows } from "../../product/entry-flows.ts";
import { optionWords } from "../option-words.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * "Dừng" means stop everywhere. An option may be called by a command's word only where choosing it does what the
 * command does, or inside the flow that the command itself opens.
 */
export const commandWords: Rule = {
  id: "command-words",
  find: ({ library, shown, place }) =>
    shown().flatMap(({ scene, message }) =>
      optionWords(library, scene, message).flatMap(({ key, word }) => {
        const command = library.hearing.commandWord(fold(word));
        if (!command || same[command]?.includes(key) || scene.flow === opens[command]) return [];
        const says = `"${word}" is the command "${command}" everywhere, so no option may be called so`;
        return [
          at(place.state(scene.flow, scene.state), "command-words", {
            vi: `“${word}” ở đâu cũng là lệnh “${command}”, nên không lựa chọn nào được gọi như vậy (trạng thái “${scene.state}”, lựa chọn “${key}”)`,
            en: `${says} (state "${scene.state}", option "${key}")`,
          }),
        ];
      }),
    ),
};

const same: Partial<Record<Command, readonly string[]>> = {
  menu: ["menu"],
  person: ["person"],
  resume: ["on", "next", "list:@bookmark"],
  skip: ["skip"],
  back: ["back"],
  stop: ["stop"],
  assessment: ["how-far"],
  review: ["review"],
  "no-review": ["no-more"],
};
const opens: Partial<Record<Command, string>> = {
  language: entryFlows.language,
  data: entryFlows.data,
  assessment: entryFlows.assessment,
  stop: entryFlows.stop,
  help: entryFlows.help,
  person: entryFlows.person,
  review: entryFlows.reviewWish,
};
