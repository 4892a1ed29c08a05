import type { Message } from "../channels/message.ts";
import type { Library } from "../content/library.ts";
import { fold } from "../kit/text.ts";
import type { Scene } from "./walk.ts";

/** Every word that chooses an option of a message: its label as shown, and its other words. `key` says whose word it is. */
export const optionWords = (
  library: Library,
  scene: Scene,
  message: Message,
): readonly { readonly key: string; readonly word: string }[] => {
  const steps = library.definitions.get(scene.flow)?.states[scene.state]?.steps ?? [];
  const options = steps.flatMap((s) => (s.kind === "choose" ? s.options : []));
  return message.choices.flatMap(({ key, label }) => {
    const more = options.find((o) => o.id === key)?.words ?? [];
    const words = [label, ...more];
    return words
      .filter((word, i) => words.findIndex((w) => fold(w) === fold(word)) === i)
      .map((word) => ({ key, word }));
  });
};
