/** Where these words stand in a text as whole words, not as a part of longer ones. Small letters match large ones unless `exact`. */
export const wholeWords = (text: string, words: string, exact = false): readonly number[] => {
  const [within, looked] = exact ? [text, words] : [text.toLowerCase(), words.toLowerCase()];
  const found: number[] = [];
  for (let at = within.indexOf(looked); at >= 0; at = within.indexOf(looked, at + looked.length)) {
    const end = at + looked.length;
    if (
      !/[\p{L}\p{N}]$/u.test(within.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}]/u.test(within.slice(end, end + 2))
    )
      found.push(at);
  }
  return found;
};
