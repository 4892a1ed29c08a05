import { call } from "./calling.ts";
import { type SetUpSession, say, setting } from "./setting-up.ts";

/** Asks for the address people reach the server at, and says whether it answers from here now. Answers it, "" for none. */
export const publicUrl = async (
  session: SetUpSession,
  { optional }: { readonly optional: boolean },
): Promise<string> => {
  const url = (
    await setting(
      session,
      "PUBLIC_URL",
      optional
        ? {
            vi: "Địa chỉ công khai của máy chủ, như https://hoc.example.vn (chưa có thì Enter)",
            en: "Public address of the server, like https://hoc.example.vn (Enter if there is none)",
          }
        : {
            vi: "Địa chỉ công khai của máy chủ, như https://hoc.example.vn",
            en: "Public address of the server, like https://hoc.example.vn",
          },
      {
        optional,
        tried: async (typed) =>
          typed.startsWith("https://")
            ? null
            : {
                vi: "Phải bắt đầu bằng https://. Kênh chỉ gọi địa chỉ https có chứng thư thật.",
                en: "It must begin with https://. Channels call https addresses alone.",
              },
      },
    )
  ).replace(/\/$/, "");
  if (url !== "") await look(session, url);
  return url;
};

const look = async (session: SetUpSession, url: string): Promise<void> => {
  const came = await call({ method: "GET", url: `${url}/healthz`, timeoutMs: 10_000 });
  if (came.kind === "answer" && came.status === 200 && came.text.includes('"ok":true'))
    return say(session, { vi: `  ✓ ${url} trả lời.`, en: `  ✓ ${url} answers.` });
  const why = came.kind === "answer" ? `HTTP ${came.status}` : came.reason;
  say(session, {
    vi: `  ! ${url} chưa trả lời từ máy này (${why}). Nếu máy chủ chưa chạy thì không sao; nếu đang chạy, xem tên miền, nginx và chứng thư.`,
    en: `  ! ${url} does not answer from here (${why}). Fine while the server is not running; else look at the name, nginx and the certificate.`,
  });
};
