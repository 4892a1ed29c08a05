import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** A page is waited for as long as its test may take: 30 s, the library's own limit, is too short for a busy laptop. */
const patience = 150_000;

/** A real Chromium from the npm packages alone. Closed: it looks for no updates and calls nobody. */
export const browser = async (): Promise<Browser> => patient(await launched());

const launched = async (): Promise<Browser> =>
  playwright.launch({
    timeout: patience,
    executablePath: await executable(),
    headless: true,
    args: [
      "--headless=shell",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--hide-scrollbars",
      "--font-render-hinting=none",
    ],
  });

const patient = (browser: Browser): Browser => {
  const { newContext, newPage } = browser;
  return Object.assign(browser, {
    newContext: async (...options: Parameters<Browser["newContext"]>) => {
      const context = await newContext.apply(browser, options);
      context.setDefaultTimeout(patience);
      return context;
    },
    newPage: async (...options: Parameters<Browser["newPage"]>) => {
      const page = await newPage.apply(browser, options);
      page.setDefaultTimeout(patience);
      return page;
    },
  });
};

/**
 * The package unpacks 190 MB beside nothing in particular, and takes a half-written file for a finished one: two test
 * files at once would start a torn browser. So each unpacks into a folder of its own and the first to finish gives it its name.
 */
const executable = async (): Promise<string> => {
  const shared = join(tmpdir(), `chromium-of-tests-${process.getuid?.() ?? 0}`);
  if (!existsSync(shared)) {
    const before = process.env.TMPDIR;
    const own = mkdtempSync(join(tmpdir(), "chromium-"));
    process.env.TMPDIR = own;
    await chromium.executablePath();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    try {
      renameSync(own, shared);
    } catch {
      rmSync(own, { recursive: true, force: true });
    }
  }
  return join(shared, "chromium");
};
