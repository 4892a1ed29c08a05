import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { placeName } from "../communes/names.ts";
import type { CertificateRow, CommuneRow, DeskDeps } from "../desk/deps.ts";
import type { Language } from "../kit/bilingual.ts";
import { dayLabel } from "../kit/vietnam-time.ts";
import { Frame } from "../ui/frame.tsx";
import { html } from "../ui/html.ts";
import { Status } from "../ui/status.tsx";
import { table } from "../ui/words.ts";

type Deps = Pick<DeskDeps, "store" | "styles" | "titleOf">;

/** /xac-minh/:code: does this certificate hold? Asked a few times a minute at most, so that codes cannot be tried out. */
export const verifyRoutes = async (app: FastifyInstance, deps: Deps): Promise<void> => {
  if (!app.hasDecorator("rateLimit")) await app.register(rateLimit, { global: false });
  app.get("/xac-minh/:code", { config: { rateLimit: { max: 20, timeWindow: 60_000 } } }, async (request, reply) => {
    const { code } = z.object({ code: z.string().max(80) }).parse(request.params);
    const language: Language = z.object({ lang: z.literal("en") }).safeParse(request.query).success ? "en" : "vi";
    const found = await deps.store.certificate(code.trim().toUpperCase());
    const commune = found ? await deps.store.commune(found.commune) : null;
    reply.header("x-robots-tag", "noindex, noarchive").header("referrer-policy", "no-referrer");
    return html(
      reply.code(found ? 200 : 404),
      <Verify deps={deps} language={language} code={code} found={found} commune={commune} />,
    );
  });
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
        <dt>{w.code}</dt>
        <dd class="num">{found?.code ?? code}</dd>
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
