import { errorWords } from "./error-words.ts";

/** A picture that says why there is none. SVG with the device's own letters: it must cost nothing just when there is too much to draw. */
export const busyPicture = (status: number): string => {
  const [vi] = errorWords(status === 404 ? 404 : status).vi;
  const said = status === 404 ? "Không có hình này" : vi;
  const again = status === 404 ? "" : "Chờ một lát rồi mở lại";
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="668" height="300" viewBox="0 0 334 150" font-family="Be Vietnam Pro, Segoe UI, Roboto, Noto Sans, Arial, sans-serif" text-anchor="middle">',
    '<rect width="334" height="150" fill="#F6F5F0"/>',
    '<rect x="0.5" y="0.5" width="333" height="149" fill="none" stroke="#C5CFCA"/>',
    `<text x="167" y="72" font-size="18" font-weight="600" fill="#14201C">${said}</text>`,
    `<text x="167" y="100" font-size="16" fill="#44524D">${again}</text>`,
    "</svg>",
  ].join("");
};
