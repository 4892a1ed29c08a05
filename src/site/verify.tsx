import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { placeName } from "../communes/names.ts";
import type { Language } from "../kit/bilingual.ts";
import { grouped } from "../kit/spoken-code.ts";
import { dayLabel } from "../kit/vietnam-time.ts";
import { codeTyped } from "../people/codes.ts";
import type { CertificateRow } from "../store/ports/certificates.ts";
import type { CommuneRow, CommuneStore } from "../store/ports/communes.ts";
import { Frame } from "../ui/frame.tsx";
import { html } from "../ui/html.ts";
import { Status } from "../ui/status.tsx";
import { table } from "../ui/words.ts";
import { CodeField, codeQuery, quiet, toCode } from "./code-field.tsx";

type Deps = {
  readonly store: Pick<CommuneStore, "commune">;
  /** By a code as it was typed; who sends many wrong ones hears of every one that it is unknown. */
  readonly certificate: (typed: string, address: string) => Promise<CertificateRow | null>;
  readonly styles: { readonly public: readonly string[] };
  readonly titleOf: (id: string, language: Language) => string | null;
};

/** /xac-minh: where a code is typed; /xac-minh/:code: does this certificate hold? Its rate class keeps codes from being tried out. */
export const verifyRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  app.get("/xac-minh", async (request, reply) => {
    const asked = codeQuery(request.query);
    if (asked.ma !== "") return toCode(reply, "/xac-minh", asked);
    return html(quiet(reply), <AskForCode deps={deps} language={asked.lang} />);
  });

  app.get("/xac-minh/:code", async (request, reply) => {
    const { code } = z.object({ code: z.string() }).parse(request.params);
    const { lang: language } = codeQuery(request.query);
    const found = await deps.certificate(code, request.ip);
    const commune = found ? await deps.store.commune(found.commune) : null;
    return html(
      quiet(reply).code(found ? 200 : 404),
      <Verify deps={deps} language={language} code={code} found={found} commune={commune} />,
    );
  });
};

/** Letters and digits mixed, a sign missing or too many; no word and no telephone number. */
const LIKE_A_CODE = /^(?!.*(?:[A-Z]{4}|\d{4}))[A-Z\d]{4,14}$/;

const AskForCode = ({ deps, language }: { deps: Deps; language: Language }) => {
  const w = words(language);
  return (
    <Frame
      language={language}
      title={w.title}
      styles={deps.styles.public}
      other={`/xac-minh?lang=${language === "vi" ? "en" : "vi"}`}
    >
      <h1>{w.title}</h1>
      <p>{w.where}</p>
      <Field language={language} code="" />
      <p class="note">{w.official}</p>
    </Frame>
  );
};

const Field = ({ language, code }: { language: Language; code: string }) => {
  const w = words(language);
  return <CodeField action="/xac-minh" language={language} code={code} label={w.typed} button={w.look} />;
};

const Verify = ({
  deps,
  language,
  code,
  found,
  commune,
}: {
  deps: Deps;
  language: Language;
  code: string;
  found: CertificateRow | null;
  commune: CommuneRow | null;
}) => {
  const w = words(language);
  // Only what may be a code: an address can be sent around, and no stranger's words may stand on the commune's page.
  const typed = LIKE_A_CODE.exec(codeTyped(code))?.[0] ?? "";
  return (
    <Frame
      language={language}
      title={w.title}
      styles={deps.styles.public}
      other={`/xac-minh/${encodeURIComponent(code)}?lang=${language === "vi" ? "en" : "vi"}`}
    >
      <h1>{w.title}</h1>
      {found === null ? (
        <>
          <p class="verdict">
            <Status is="unk">{w.unknown}</Status>
          </p>
          <p>{w.unknownHelp}</p>
          <Field language={language} code={typed} />
        </>
      ) : found.revokedAt !== null ? (
        <p class="verdict">
          <Status is="late">{w.revoked(dayLabel(found.revokedAt))}</Status>
        </p>
      ) : (
        <p class="verdict">
          <Status is="ok">{w.valid}</Status>
        </p>
      )}
      {found?.sample && <p class="sample">{w.sample}</p>}
      <dl class="facts">
        {(found || typed !== "") && (
          <>
            <dt>{w.code}</dt>
            <dd class="num">{found ? grouped(found.code) : typed}</dd>
          </>
        )}
        {found && (
          <>
            <dt>{w.name}</dt>
            <dd>{found.name}</dd>
            <dt>{w.track}</dt>
            <dd>{deps.titleOf(found.track, language) ?? found.track}</dd>
            <dt>{w.issued}</dt>
            <dd class="num">{dayLabel(found.issuedAt)}</dd>
            {commune && (
              <>
                <dt>{w.commune}</dt>
                <dd>{placeName(commune.commune)}</dd>
              </>
            )}
          </>
        )}
      </dl>
      <p class="note">{w.official}</p>
    </Frame>
  );
};

const words = table(
  {
    title: "Kiểm tra giấy ghi nhận",
    valid: "Giấy này có thật và còn giá trị",
    revoked: (day: string) => `Giấy này đã bị thu hồi ngày ${day}`,
    unknown: "Không có giấy nào mang mã này",
    where: "Mã nằm ở góc dưới của giấy, cạnh mã vuông. Viết liền hay cách ra đều được.",
    typed: "Mã trên giấy",
    look: "Kiểm tra",
    unknownHelp: "Xem lại từng chữ, từng số của mã trên giấy rồi gõ lại, hoặc quét lại mã vuông.",
    sample: "Dữ liệu mẫu, không phải giấy của người thật",
    code: "Mã",
    name: "Tên trên giấy",
    track: "Đã học xong",
    issued: "Ngày cấp",
    commune: "Xã",
    official: "Giấy này ghi nhận việc học trên trợ lý của xã. Giấy không thay cho xác nhận chính thức trên VNeID.",
  },
  {
    title: "Check a certificate",
    valid: "This certificate is genuine and valid",
    revoked: (day) => `This certificate was revoked on ${day}`,
    unknown: "No certificate has this code",
    where: "The code stands at the bottom of the certificate, beside the square code. Blanks and dashes do not matter.",
    typed: "Code on the certificate",
    look: "Check",
    unknownHelp: "Check each letter and digit and type it again, or scan the square code again.",
    sample: "Sample data, not a real person's certificate",
    code: "Code",
    name: "Name on it",
    track: "Completed",
    issued: "Issued",
    commune: "Commune",
    official: "It records learning on the commune's assistant. It does not replace the official confirmation on VNeID.",
  },
);
