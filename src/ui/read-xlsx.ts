/** A sheet of a workbook: its name, and its rows of cells as they are written. */
export type ReadSheet = { readonly sheet: string; readonly data: readonly (readonly unknown[])[] };

/**
 * Reads an Excel file of somebody else's. Only parts whose sizes were added up before are unpacked, and they are packed
 * anew without compression: the reader goes by other sizes than those in the table of contents, and a file of 8 MB may
 * unpack to 8 GB. What a small file may still do, a cell in row 1,048,576 say, is bounded by the worker this runs in.
 */
export const readXlsx = async (bytes: Uint8Array): Promise<readonly ReadSheet[] | "unreadable" | "large"> => {
  if (bytes.length > xlsxLimits.bytes) return "large";
  // Loaded when used: the server starts without them.
  const [{ unzipSync, zipSync }, { default: read }] = await Promise.all([
    import("fflate"),
    import("read-excel-file/node"),
  ]);
  try {
    let unpacked = 0;
    let count = 0;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        count += 1;
        if (unpacked > xlsxLimits.unpacked || count > xlsxLimits.parts) throw new TooLarge();
        // Pictures and whatever else was put in are not looked at.
        return /\.(?:xml|rels)$/.test(name);
      },
    });
    return await read(Buffer.from(zipSync(parts, { level: 0 })), { trim: false, parseNumber: (s: string) => s });
  } catch (error) {
    return error instanceof TooLarge ? "large" : "unreadable";
  }
};

class TooLarge extends Error {}

/** The sheet with every text there is has 0.7 MB, and 4 MB unpacked. */
export const xlsxLimits = { bytes: 8 * 1024 * 1024, unpacked: 40 * 1024 * 1024, parts: 500 };
