import { createHash } from "node:crypto";
import { readBuilt, writeBuilt } from "../../kit/built-file.ts";
import { features } from "./features.ts";
import { shortKeyOf } from "./key-of.ts";
import type { Lexicon } from "./lexicon.ts";
import { makePages, type TopicTexts } from "./make-pages.ts";
import type { Pages } from "./pages.ts";
import { createReader } from "./reader.ts";
import type { Weights } from "./weights.ts";

/** The pages as the build read them, if it read exactly these texts, else read now. */
export const builtPages = (file: string, topics: readonly TopicTexts[], lexicon: Lexicon, w: Weights): Pages =>
  // Written by `keepPages` under this name, and whole.
  (readBuilt(file, nameOf(topics, lexicon, w)) as Pages | undefined) ?? makePages(topics, lexicon, w);

/** For the build. */
export const writePages = (file: string, topics: readonly TopicTexts[], lexicon: Lexicon, w: Weights): void =>
  writeBuilt(file, nameOf(topics, lexicon, w), makePages(topics, lexicon, w));

/** To be raised when `makePages` makes something else of the same texts; a test says when. */
export const version = 1;

/** All that the pages depend on: the texts, the lexicon, the weights, and how a text is taken apart. */
const nameOf = (topics: readonly TopicTexts[], lexicon: Lexicon, w: Weights): string => {
  const probe = createReader(lexicon).tokens("Máy báo: quên mk VNeID thì làm sao, hoá đơn ở đâu?");
  const how = [version, w, lexicon, [...features(probe, w)], shortKeyOf("đ")];
  return createHash("sha256")
    .update(JSON.stringify([how, topics]))
    .digest("base64url");
};
