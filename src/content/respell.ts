/**
 * A folded word as it was meant: Telex keys left in the text ("ddawng kys") taken for the letters they were meant to
 * make, one spelling for i and y ("kí", "ký"). A word that is no Vietnamese syllable either way is left alone.
 */
export const respell = (word: string): string => oneI(telex(word));

const telex = (word: string): string => {
  if (word.length < 2 || word === "dd") return word;
  const letters = word
    .replace(/dd/g, "d")
    .replace(/aa|aw/g, "a")
    .replace(/ee/g, "e")
    .replace(/oo|ow/g, "o")
    .replace(/uw/g, "u")
    .replace(/d9/g, "d")
    .replace(/(?<=[a-z])[678](?=[a-z])/g, "");
  const toneless = letters.replace(/^(.*[aeiouy])[sfrxj]?(ng|nh|ch|c|m|n|p|t|)[sfrxj1-5]?$/, "$1$2");
  return syllable.test(toneless) && (letters !== word || /[sfrxj]|\p{L}{2}\d/u.test(word)) ? toneless : word;
};

const oneI = (word: string): string => (/^(?:[hklmst]|qu)y$/.test(word) ? `${word.slice(0, -1)}i` : word);

/** A Vietnamese syllable without marks: enough to tell a leftover tone key from an English word. */
const syllable = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeiouy]{1,3})(?:ng|nh|ch|[cmnpt])?$/;

/** Whether a folded word could be Vietnamese at all. */
export const isSyllable = (word: string): boolean => syllable.test(word);
