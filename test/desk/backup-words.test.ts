import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import type { BackupState } from "../../src/desk/deps.ts";
import { Backup } from "../../src/desk/parts/backup.tsx";
import type { View } from "../../src/desk/view.ts";

const shown = (state: Partial<BackupState>): string =>
  render(
    h(Backup, {
      // The section reads nothing of the page but its language.
      view: { language: "vi" } as View,
      backup: { folder: "/b", last: null, late: false, failed: null, ...state },
    }),
  );

test("no backup yet is good news only while the first one is still to come", () => {
  expect(shown({})).toContain("sắp làm bản đầu tiên");
  for (const bad of [{ late: true }, { failed: { code: "BACKUP_FAILED", cause: "ENOENT" } }] as const) {
    expect(shown(bad)).toContain("Chưa có bản sao lưu nào");
    expect(shown(bad)).not.toContain("sắp làm");
  }
});
