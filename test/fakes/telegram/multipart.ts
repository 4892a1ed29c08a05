export type File = { readonly name: string; readonly bytes: Buffer };

/** Reads a multipart/form-data body. Written from RFC 7578, for small bodies in memory. */
export const multipart = (
  body: Buffer,
  boundary: string,
): { fields: Record<string, string>; files: Record<string, File> } => {
  const fields: Record<string, string> = {};
  const files: Record<string, File> = {};
  for (const part of partsOf(body, Buffer.from(`--${boundary}`))) {
    const end = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, end).toString("utf8");
    const bytes = part.subarray(end + 4);
    const name = /name="([^"]*)"/.exec(head)?.[1];
    const file = /filename="?([^";\r\n]*)"?/.exec(head)?.[1];
    if (end < 0 || name === undefined) throw new Error("a part without a name");
    if (file === undefined) fields[name] = bytes.toString("utf8");
    else files[name] = { name: file, bytes };
  }
  return { fields, files };
};

const partsOf = (body: Buffer, delimiter: Buffer): Buffer[] => {
  const parts: Buffer[] = [];
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const to = body.indexOf(delimiter, from + delimiter.length);
    if (to < 0) break;
    // Between delimiter + CRLF and CRLF + next delimiter.
    parts.push(body.subarray(from + delimiter.length + 2, to - 2));
    from = to;
  }
  return parts;
};
