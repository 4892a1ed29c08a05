import type { Page } from "./page.ts";
import { accountPage } from "./pages/account.tsx";
import { certificatesPage } from "./pages/certificates.tsx";
import { contentPage } from "./pages/content.tsx";
import { figuresPage } from "./pages/figures.tsx";
import { logPage } from "./pages/log.tsx";
import { overviewPage } from "./pages/overview.tsx";
import { pushesPage } from "./pages/pushes.tsx";
import { questionsPage } from "./pages/questions.tsx";
import { reportsPage } from "./pages/reports.tsx";
import { settingsPage } from "./pages/settings.tsx";
import { targetsPage } from "./pages/targets.tsx";
import { teamPage } from "./pages/team.tsx";
import { ticketsPage } from "./pages/tickets.tsx";
import { unsentPage } from "./pages/unsent.tsx";
import { villagesPage } from "./pages/villages.tsx";

/** Every page of the desk, in the order of the menu. A new one is a file of `pages/` and a line here. */
export const pages: readonly Page[] = [
  overviewPage,
  targetsPage,
  reportsPage,
  ticketsPage,
  questionsPage,
  pushesPage,
  unsentPage,
  villagesPage,
  figuresPage,
  teamPage,
  certificatesPage,
  contentPage,
  settingsPage,
  logPage,
  accountPage,
];
