import { closeSync, existsSync, fchmodSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

/**
 * Puts settings into a file as a unit's EnvironmentFile and `.env` are read, and leaves everything else in it as it is:
 * a setting that stands there, also as a comment, is changed where it stands, the others come behind. Only its owner
 * can read the file afterwards, for secrets are in it. Written beside and moved, so that a full disk loses nothing.
 */
export const writeSettings = (path: string, settings: Readonly<Record<string, string>>): void => {
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const beside = `${path}.${process.pid}.new`;
  const file = openSync(beside, "w", 0o600);
  try {
    fchmodSync(file, 0o600);
    writeSync(file, withSettings(before, settings));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
};

/** The text of the file with these settings in it. */
export const withSettings = (text: string, settings: Readonly<Record<string, string>>): string => {
  const lines = text === "" ? [] : text.replace(/\n$/, "").split("\n");
  for (const [name, value] of Object.entries(settings)) {
    const line = `${name}=${quoted(value)}`;
    const at = placeOf(lines, name);
    if (at < 0) lines.push(line);
    else lines[at] = line;
  }
  return `${lines.join("\n")}\n`;
};

/** Where the setting stands; the last place where it is set counts, as it does for whoever reads the file. */
const placeOf = (lines: readonly string[], name: string): number => {
  const set = lines.findLastIndex((line) => line.trimStart().startsWith(`${name}=`));
  return set >= 0 ? set : lines.findIndex((line) => line.startsWith(`#${name}=`));
};

/** Words and addresses stand bare; anything a reader of such files might cut or fill in stands in quotes. */
const quoted = (value: string): string => (/^[\w:/.@%+,=-]*$/.test(value) ? value : `'${value.replaceAll("'", "")}'`);
