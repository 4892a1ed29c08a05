import { compatible } from "../../kit/text.ts";
import { isSyllables, plainVietnamese, syllables, withoutMarks } from "./syllables.ts";
import { vietnameseWords } from "./vietnamese-words.ts";

/**
 * Whether a password is too easy to guess, for whom: `about` is what a guesser knows or tries first, the login, the name,
 * the communes. The estimate is the lowest over the ways it can be read. Belongs into a worker (app/pool), never on a
 * thread that answers people.
 */
export const tooWeak = async (password: string, about: readonly string[]): Promise<"short" | "guessable" | null> => {
  const text = compatible(password);
  if ([...text].length < fewest) return "short";
  const zxcvbn = await estimator();
  const known = about.flatMap(waysToWrite);
  // Only the beginning is looked at: the work grows with the length, and what is strong there is strong enough.
  const head = text.slice(0, looked);
  const plain = [withoutMarks(head).toLowerCase(), plainVietnamese(head, "telex"), plainVietnamese(head, "vni")];
  if (plain.some(fewWords)) return "guessable";
  const readings = new Set(
    [head, ...plain].flatMap((r) => [r, r.replace(longNumber, "1"), r.replace(/[^\p{L}\p{N}]/gu, "")]),
  );
  const easiest = Math.min(...[...readings].map((reading) => zxcvbn.check(reading, [...known]).guessesLog10));
  return easiest < strongEnough ? "guessable" : null;
};

/** NIST SP 800-63B and OWASP ask for 8 at least where there is a second factor; a sentence is longer than either. */
const fewest = 10;
const looked = 64;
/** Powers of ten. Online guesses are slowed and a stolen hash costs a tenth of a second each: a billion is years. */
const strongEnough = 9;
/** A telephone number, a date, an identity number: ten digits of them are not ten digits of chance. */
const longNumber = /\d(?:[ .-]?\d){5,}/g;

/**
 * A saying or a name of three syllables with a few digits and signs ("lethihoa1975", "camonban123"), or one of four run
 * together: no list has all of them, and whoever guesses puts them together from the same few hundred words.
 */
const fewWords = (plain: string): boolean =>
  [plain, plain.replace(/[0@3]/g, (sign) => ({ "0": "o", "@": "a", "3": "e" })[sign] ?? sign)].some((read) => {
    const letters = read.replace(/[^a-z]/g, "");
    const others = read.length - letters.length;
    return (others <= 6 && isSyllables(letters, 3)) || (others <= 2 && isSyllables(letters, 4));
  });

/** `Nguyễn Văn Mẫu` → its words, all of them together, and its initials. */
const waysToWrite = (text: string): string[] => {
  const words = withoutMarks(text.toLowerCase())
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const pairs = words.flatMap((word, i) => (i + 1 < words.length ? [`${word}${words[i + 1]}`] : []));
  return [words.join(""), words.join(" "), ...pairs, ...words, words.map((w) => w[0]).join("")].filter(
    (w) => w.length > 1,
  );
};

/** Two megabytes of dictionaries: loaded when somebody chooses a password, which is rare. */
const estimator = () => (made ??= make());
let made: ReturnType<typeof make> | undefined;
const make = async () => {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      vietnamese: [...new Set(vietnameseWords.flatMap(waysToWrite))],
      syllables: [...syllables],
    },
    graphs: common.adjacencyGraphs,
    useLevenshteinDistance: false,
    l33tMaxSubstitutions: 20,
    maxLength: looked,
  });
};
