/**
 * JSON with every whole number of 16 digits or more given as a string: ids may come as bare 19-digit numbers, and
 * JSON.parse would round them to somebody else's. Undefined for what is no JSON.
 */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(TOKEN, (token) => (LONG.test(token) ? `"${token}"` : token)));
  } catch {
    return undefined;
  }
};

/** A string or a number, each taken whole, so that digits inside a string or a fraction are left alone. An unclosed string is one too: no second look. */
const TOKEN = /"(?:[^"\\]+|\\.)*"?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
const LONG = /^-?\d{16,}$/;
