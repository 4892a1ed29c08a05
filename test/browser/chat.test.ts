import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browser } from "./browser.ts";
import { type House, house } from "./house.ts";
import { screens } from "./screens.ts";

let chromium: Browser;
let home: House;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  [chromium, home] = await Promise.all([browser(), house()]);
});
afterAll(async () => {
  await chromium.close();
  await home.close();
});
beforeEach(async () => {
  home.inbounds.length = 0;
  errors.length = 0;
  page = await chromium.newPage({ viewport: { width: 360, height: 740 } });
  page.on("pageerror", (error) => errors.push(error.message));
});
afterEach(async () => {
  await page.context().close();
  expect(errors).toEqual([]);
});

const visit = async (code?: string) => {
  await page.goto(`${home.address}/chat?commune=xa-mau${code ? `&code=${code}` : ""}`);
  await page.locator("article").first().waitFor();
};
const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
const heading = (name: string | RegExp) => page.getByRole("heading", { name }).last();
/** How far an element's top is below the top of the log, in CSS pixels. */
const below = (selector: string) =>
  page.evaluate(
    (s) =>
      Math.round(
        (document.querySelector(s)?.getBoundingClientRect().top ?? 0) -
          (document.getElementById("log")?.getBoundingClientRect().top ?? 0),
      ),
    selector,
  );

describe("a resident's way", () => {
  it("greets on the board, then goes from the menu through a step and a question to being right", async () => {
    await visit();
    expect(await page.locator(".chalk").textContent()).toBe("Chào bác!");
    await press("Đồng ý lưu");
    await heading("Bác Hoa muốn làm gì?").waitFor();
    await press(/Kích hoạt VNeID/);
    await heading("Gõ 2 số, rồi bấm Gửi yêu cầu").waitFor();
    expect(await page.getByRole("img", { name: /ô số định danh đánh số 1/ }).isVisible()).toBe(true);
    expect(await page.getByText("Bước 3/7", { exact: true }).isVisible()).toBe(true);
    // A question can be asked in the middle of a step.
    expect(await page.getByRole("textbox").count()).toBe(1);
    await press("Xong, sang bước 4");
    await press("Đọc mã cho họ");
    await heading("Chưa đúng, mình xem lại nhé").waitFor();
    await press("Thử lại câu này");
    await page.getByRole("button", { name: "Tắt máy" }).last().click();
    await heading("Đúng rồi, bác ạ!").waitFor();
    expect(await page.locator(".choice.right").textContent()).toContain("Tắt máy, rồi tự ra công an xã hỏi");
  });

  it("offers the other language on the first screen alone, above the fold", async () => {
    await page.setViewportSize({ width: 360, height: 560 });
    await visit();
    const other = page.getByRole("button", { name: "English" });
    const box = await other.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(48);
    expect((box?.y ?? 560) + (box?.height ?? 0)).toBeLessThan(300);
    await other.click();
    await expect.poll(() => home.inbounds.at(-1)?.content).toEqual({ kind: "text", text: "english" });
    expect(await other.count()).toBe(0);
  });

  it("shows a new message from its top, and says nothing twice", async () => {
    await visit("menu");
    await press(/Kích hoạt VNeID/);
    await heading("Gõ 2 số").waitFor();
    await expect.poll(() => below(".turn:last-child .message")).toBeLessThan(14);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Gõ 2 số, rồi bấm Gửi yêu cầu");
  });

  it("answers a press on an old choice with the server's word", async () => {
    await visit();
    await press("Đồng ý lưu");
    await heading("Bác Hoa muốn làm gì?").waitFor();
    await press("Không lưu, tôi vẫn học");
    await page.getByText("Nút này của câu trước").waitFor();
    expect(home.inbounds.at(-1)?.content).toEqual({ kind: "press", token: expect.stringMatching(/^t\d+$/), key: "no" });
  });

  it("has the four ways out on every screen", async () => {
    for (const code of ["greeting", "step", "question"]) {
      await visit(code);
      for (const name of ["Menu", "Quay lại", "Nghe", "Gặp người"])
        expect(await page.getByRole("navigation").getByRole("button", { name }).isVisible()).toBe(true);
    }
    await press("Gặp người");
    await heading(/Đã ghi vào sổ của xã|Đã báo cho Tổ công nghệ số/).waitFor();
    expect(home.inbounds.at(-1)?.content).toMatchObject({ kind: "press", key: "/9" });
    expect(await page.getByRole("link", { name: /Gọi ngay/ }).getAttribute("href")).toBe("tel:0900000003");
  });

  it("says kindly that it cannot read aloud where there is no voice", async () => {
    await page.addInitScript(() =>
      Object.defineProperty(window, "speechSynthesis", {
        value: { getVoices: () => [{ lang: "en-US" }], cancel: () => {} },
      }),
    );
    await visit();
    await press("Nghe");
    await page.getByText("chưa có giọng đọc tiếng Việt").waitFor();
  });

  it("reads sentence by sentence where there is one, and pauses", async () => {
    await page.addInitScript(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      Object.defineProperty(window, "speechSynthesis", {
        value: {
          getVoices: () => [{ lang: "vi_VN" }],
          cancel: () => {},
          speak: (u: SpeechSynthesisUtterance) => {
            said.push(`${u.lang} ${u.text}`);
            u.onstart?.(new Event("start") as SpeechSynthesisEvent);
          },
        },
      });
      Object.assign(window, {
        SpeechSynthesisUtterance: class {
          constructor(readonly text: string) {}
        },
      });
    });
    await visit("step");
    await press("Nghe");
    await press("Tạm dừng");
    await press("Nghe tiếp");
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      "vi-VN Gõ 2 số, rồi bấm Gửi yêu cầu",
      "vi-VN Gõ 2 số, rồi bấm Gửi yêu cầu",
    ]);
  });
});

describe("staying in the talk", () => {
  it("keeps the talk over a reload, and does not open a poster's code twice", async () => {
    await visit("question");
    await press("Tắt máy");
    await heading("Đúng rồi, bác ạ!").waitFor();
    expect(page.url()).not.toContain("code=");
    await page.reload();
    await heading("Đúng rồi, bác ạ!").waitFor();
    expect(await page.locator(".choice.right").textContent()).toContain("Tắt máy");
    expect(home.inbounds).toHaveLength(2);
  });

  it("sends once what was said without a network, by itself, when it is back", async () => {
    await visit();
    await page.context().setOffline(true);
    await page.getByRole("textbox").fill("menu");
    await page.keyboard.press("Enter");
    await page.getByText("Mất mạng.").waitFor();
    await page.getByRole("button", { name: "Gửi lại" }).waitFor();
    await page.context().setOffline(false);
    await heading("Bác Hoa muốn làm gì?").waitFor();
    expect(home.inbounds.filter((i) => i.content.kind === "text")).toHaveLength(1);
    expect(await page.locator(".me", { hasText: "menu" }).count()).toBe(1);
    expect(await page.getByText("Mất mạng.").count()).toBe(0);
  });

  it("repeats with the same key what reached the server but whose answer was lost", async () => {
    await visit();
    let lost = 0;
    await page.route("**/chat/messages", async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    const again = page.waitForResponse((response) => response.request().method() === "POST");
    await press("Đồng ý lưu");
    await heading("Bác Hoa muốn làm gì?").waitFor();
    // The stream brought the answer all the same; the page still asks again, and the key says that it is the same thing.
    await again;
    expect(home.inbounds).toHaveLength(2);
    expect(await page.getByRole("heading", { name: "Bác Hoa muốn làm gì?" }).count()).toBe(1);
  });

  it("waits kindly while the server has no room", async () => {
    await visit();
    let full = true;
    await page.route("**/chat/messages", (route) =>
      full ? route.fulfill({ status: 503, headers: { "retry-after": "1" } }) : route.continue(),
    );
    await press("Đồng ý lưu");
    await page.getByText("Đường truyền đang bận").waitFor();
    full = false;
    await heading("Bác Hoa muốn làm gì?").waitFor();
    expect(home.inbounds).toHaveLength(2);
  });

  it("takes a choice pressed again and again while the line is busy for one press", async () => {
    await visit();
    let busy = true;
    await page.route("**/chat/messages", (route) =>
      busy ? route.fulfill({ status: 503, headers: { "retry-after": "1" } }) : route.continue(),
    );
    await press("Đồng ý lưu");
    await page.getByText("Đường truyền đang bận").waitFor();
    for (let n = 0; n < 3; n++) await page.locator(".choice", { hasText: "Đồng ý lưu" }).click();
    expect(await page.locator(".me", { hasText: "Đồng ý lưu" }).count()).toBe(1);
    busy = false;
    await heading("Bác Hoa muốn làm gì?").waitFor();
    expect(home.inbounds).toHaveLength(2);
  });

  it("shows what the server says of itself, without a reload", async () => {
    await visit();
    home.push({ ...screens.menu, purpose: "push" });
    await heading("Bác Hoa muốn làm gì?").waitFor();
  });

  it("keeps the talk where cookies are refused", async () => {
    await page.route("**/chat?*", async (route) => {
      const response = await route.fetch();
      const { "set-cookie": _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await visit();
    await press("Đồng ý lưu");
    await heading("Bác Hoa muốn làm gì?").waitFor();
    await page.reload();
    await heading("Bác Hoa muốn làm gì?").waitFor();
    expect(new Set(home.inbounds.map((i) => i.chat)).size).toBe(1);
  });
});

describe("what content may not do", () => {
  it("shows hostile text as text", async () => {
    const bad = `<img src=x onerror="document.title='x'"><script>document.title='x'</script>`;
    await visit();
    home.push({
      ...screens.person,
      echo: bad,
      progress: { title: bad, unit: "step", at: 1, of: 2 },
      blocks: [
        { kind: "title", text: bad },
        { kind: "text", text: `**${bad}**` },
        { kind: "keys", items: [{ text: bad }] },
        { kind: "picture", card: `x" onerror="document.title='x'`, alt: bad },
        { kind: "feedback", right: true, text: bad },
        { kind: "note", tone: "warn", text: bad },
      ],
      choices: [
        { key: bad, n: 1, label: bad, small: bad },
        { key: "u", n: 2, label: "đường dẫn", url: "javascript:document.title='x'" },
      ],
    });
    await heading(bad).waitFor();
    await page.keyboard.press("1");
    await page.getByText("Trợ lý này chưa hiểu").waitFor();
    expect(await page.title()).toBe("Học số Phú Bình");
    expect(await page.locator("a[href^=javascript]").count()).toBe(0);
    await page.reload();
    await page.getByText("Trợ lý này chưa hiểu").waitFor();
    expect(await page.title()).toBe("Học số Phú Bình");
  });
});

describe("sizes", () => {
  const long = {
    ...screens.person,
    blocks: [
      { kind: "title" as const, text: "Nghiêng".repeat(12) },
      { kind: "text" as const, text: `https://dichvucong.gov.vn/${"a".repeat(90)}` },
      { kind: "keys" as const, items: [{ text: "w".repeat(80) }] },
    ],
    choices: [{ key: "k", n: 1, label: "Ư".repeat(60), small: "Ơ".repeat(60) }],
  };

  it.each([360, 390])("nothing is wider than a page of %i px, at any size of the letters", async (width) => {
    await page.setViewportSize({ width, height: 740 });
    for (const code of ["greeting", "menu", "step", "question", "certificate", "person"]) {
      await visit(code);
      if (code === "person") {
        home.push(long);
        await heading(/NghiêngNghiêng/).waitFor();
      }
      for (let size = 1; size <= 3; size += 1) {
        await page.getByRole("button", { name: /cỡ chữ/ }).click();
        const over = await page.evaluate(() => {
          const log = document.getElementById("log") as HTMLElement;
          const wide = [...document.querySelectorAll<HTMLElement>(".screen *")].filter(
            (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest("svg, .hidden"),
          );
          return {
            page: (document.scrollingElement?.scrollWidth ?? 0) - innerWidth,
            log: log.scrollWidth - log.clientWidth,
            wide: wide.map((e) => e.className),
          };
        });
        expect({ code, size, ...over }).toEqual({ code, size, page: 0, log: 0, wide: [] });
      }
    }
  });

  it("remembers the size", async () => {
    await visit();
    await page.getByRole("button", { name: "Đổi cỡ chữ, đang ở cỡ 1 trên 3" }).click();
    await page.reload();
    await page.getByRole("button", { name: "Đổi cỡ chữ, đang ở cỡ 2 trên 3" }).waitFor();
    expect(
      await page
        .locator(".sheet p")
        .first()
        .evaluate((e) => getComputedStyle(e).fontSize),
    ).toBe("21px");
  });

  it("gives every finger at least 48 by 48", async () => {
    for (const code of ["greeting", "menu", "step", "question"]) {
      await visit(code);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("button, a, input")]
          .filter((e) => e.offsetParent && (e.offsetHeight < 48 || e.offsetWidth < 48))
          .map((e) => `${e.className} ${e.offsetWidth}x${e.offsetHeight}`),
      );
      expect(small).toEqual([]);
    }
  });
});

describe("the browser's Back", () => {
  const press = (name: string | RegExp) => page.getByRole("button", { name }).last().click();
  const back = () => page.evaluate(() => history.back());
  const backs = () => home.inbounds.filter(({ content }) => content.kind === "press" && content.key === "/8").length;
  beforeEach(() => page.goto(home.address));
  const path = () => new URL(page.url()).pathname;

  it("goes one step back in the talk as the button does, and at the menu leaves over everything that was done", async () => {
    await visit("step");
    await press("Xong, sang bước 4");
    await page.getByRole("button", { name: "Đọc mã cho họ" }).waitFor();
    await press("Đọc mã cho họ");
    await heading("Chưa đúng, mình xem lại nhé").waitFor();
    // The scripted talk answers every "back" with the menu.
    await back();
    await heading("Bác Hoa muốn làm gì?").waitFor();
    expect([backs(), path()]).toEqual([1, "/chat"]);
    await back();
    await expect.poll(path).toBe("/");
    expect(backs()).toBe(1);
  });

  it("still knows after a reload how much was done, and takes Forward for no step", async () => {
    await visit("step");
    await press("Xong, sang bước 4");
    await page.getByRole("button", { name: "Đọc mã cho họ" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Đọc mã cho họ" }).waitFor();
    await page.waitForFunction(() => history.state?.deep === 1);
    await back();
    await heading("Bác Hoa muốn làm gì?").waitFor();
    await page.evaluate(() => history.forward());
    await page.waitForFunction(() => history.state?.deep === 1);
    expect([backs(), path()]).toEqual([1, "/chat"]);
  });

  it("leaves where nothing was done yet", async () => {
    await visit("step");
    await back();
    await expect.poll(path).toBe("/");
    expect(backs()).toBe(0);
  });
});
