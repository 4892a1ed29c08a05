import { browser } from "../../test/browser/browser.ts";
import { type Start, startServer } from "../servers.ts";
import { median } from "../stats.ts";

/** What a stranger waits for on a cheap phone and a slow line. */
export type FirstView = {
  /** Everything the line carried until the page was loaded and its first choice could be tapped, headers too. */
  readonly kilobytes: number;
  readonly firstButtonMs: number;
};

/** Slow 3G, and a processor of a quarter. */
const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWER = 4;

/** Each round is another stranger: nothing is kept in the browser. */
export const measureFirstView = async (start: Start, rounds: number): Promise<FirstView> => {
  const server = await startServer(start);
  const chromium = await browser();
  const address = new URL("/chat?commune=phu-binh-thai-nguyen", server.target.url).href;
  const bytes: number[] = [];
  const times: number[] = [];
  try {
    for (let i = 0; i < rounds; i++) {
      const context = await chromium.newContext({ viewport: { width: 360, height: 640 } });
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", line);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      let carried = 0;
      devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
        carried += encodedDataLength;
      });
      const began = performance.now();
      await page.goto(address, { waitUntil: "commit", timeout: 60_000 });
      await page.locator("article button").first().waitFor();
      times.push(performance.now() - began);
      await page.waitForLoadState("load");
      bytes.push(carried);
      await context.close();
    }
  } finally {
    await chromium.close();
    await server.child.stop();
  }
  return { kilobytes: median(bytes) / 1000, firstButtonMs: median(times) };
};
