/** `done` of `of` things, and what they are. */
export type Progress = (done: number, of: number, what: string) => void;

type Screen = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/**
 * One line that is written over itself, at most once a whole percent; nothing where nobody looks (a pipe, a log file).
 * The line is taken away when the work is done, so that what is printed next stands alone.
 */
export const progressOn = (screen: Screen): Progress => {
  let last = "";
  return (done, of, what) => {
    if (!screen.isTTY || of <= 0) return;
    const line = `${what}: ${Math.floor((100 * done) / of)} %`;
    if (line === last) return;
    last = line;
    screen.write(`\r\u001b[K${done >= of ? "" : line}`);
  };
};
