import type { Context } from "../engine/context.ts";
import { app, type Text } from "../engine/text.ts";

/** Whom to call, by what happened: the national numbers, the first the one to call now. */
const numbers: Readonly<Record<string, readonly string[]>> = {
  illness: ["115"],
  injury: ["115"],
  poison: ["115"],
  shock: ["115", "114"],
  fire: ["114"],
  water: ["114", "115"],
  trapped: ["114"],
  violence: ["113"],
  child: ["111", "113"],
  "self-harm": ["115", "113"],
  disaster: ["112", "114"],
};

/** The numbers for a danger, and those of the commune: its police where somebody is threatened, its hotline always. */
export const emergencyNumbers = (
  kind: string,
  { facts: { commune } }: Context,
): {
  readonly numbers: readonly string[];
  readonly adds: readonly { readonly phone: string; readonly label: Text }[];
} => {
  const { police, hotline } = commune.contacts;
  const guarded = kind === "violence" || kind === "child" || kind === "fire";
  return {
    numbers: numbers[kind] ?? ["113", "115"],
    adds: [
      ...(police !== null && guarded ? [{ phone: police, label: app("danger.police", { phone: police }) }] : []),
      ...(hotline !== null ? [{ phone: hotline, label: app("danger.commune", { phone: hotline }) }] : []),
    ],
  };
};
