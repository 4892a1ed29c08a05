import { moment } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Status } from "../../ui/status.tsx";
import { table } from "../../ui/words.ts";
import type { BackupState } from "../deps.ts";
import { href, type View } from "../view.ts";

/** How old the newest backup is, and why the last try made none: the operator's cure, said where staff look. */
export const Backup = ({ view, backup }: { view: View; backup: BackupState }) => {
  const w = words(view.language);
  const { folder, last, late, failed } = backup;
  return (
    <section class="sec narrow" id="sao-luu">
      <header>
        <h2>{w.title}</h2>
      </header>
      <Status is={folder === null || late || failed ? "late" : "ok"}>
        {folder === null ? w.none : last !== null ? w.last(moment(last)) : late || failed ? w.never : w.first}
      </Status>
      {folder === null && <p class="note">{w.set}</p>}
      {failed && (
        <p class="note">
          {w.failed(failed.code)} <span class="num">{failed.cause}</span>
        </p>
      )}
    </section>
  );
};

/** The same for the first page; nothing while backups are made. */
export const BackupWarning = ({ view, backup }: { view: View; backup: BackupState }) => {
  const w = words(view.language);
  if (!backup.late && !backup.failed) return null;
  return (
    <div class="due" role="status">
      <Icon name="flag" />
      <span>{w.late(backup.last === null ? null : moment(backup.last))}</span>
      <span class="r">
        <a class="btn sm" href={`${href(view, "/cai-dat")}#sao-luu`}>
          {w.look}
        </a>
      </span>
    </div>
  );
};

const words = table(
  {
    title: "Sao lưu",
    none: "Chưa đặt nơi sao lưu",
    never: "Chưa có bản sao lưu nào",
    first: "Đã đặt nơi sao lưu, sắp làm bản đầu tiên",
    last: (at: string) => `Bản mới nhất: ${at}`,
    set: "Nhờ người vận hành đặt BACKUP_DIR để máy tự sao lưu mỗi đêm.",
    failed: (code: string) => `Lần sao lưu gần nhất không được (${code}). Nhờ người vận hành xem:`,
    late: (at: string | null) =>
      at === null
        ? "Chưa có bản sao lưu nào. Nhờ người vận hành xem ngay, để không mất dữ liệu của bà con."
        : `Bản sao lưu mới nhất từ ${at}. Nhờ người vận hành xem ngay, để không mất dữ liệu của bà con.`,
    look: "Xem sao lưu",
  },
  {
    title: "Backup",
    none: "No place for backups is set",
    never: "There is no backup yet",
    first: "A place is set; the first backup is about to be made",
    last: (at) => `Newest: ${at}`,
    set: "Have the operator set BACKUP_DIR, and a backup is made every night.",
    failed: (code) => `The last backup was not made (${code}). Have the operator look:`,
    late: (at) =>
      at === null
        ? "There is no backup yet. Have the operator look at once, so that nothing of the residents is lost."
        : `The newest backup is of ${at}. Have the operator look at once, so that nothing of the residents is lost.`,
    look: "See backups",
  },
);
