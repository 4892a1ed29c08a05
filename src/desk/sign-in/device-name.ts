/** What a browser calls itself, in two known words. The rest of its header would tell one machine from another. */
export const deviceName = (userAgent: string | undefined): string | null => {
  const text = (userAgent ?? "").slice(0, 300);
  const browser = browsers.find(([sign]) => text.includes(sign))?.[1];
  const system = systems.find(([sign]) => text.includes(sign))?.[1];
  return browser || system ? [browser, system].filter(Boolean).join(", ") : null;
};

// In this order: nearly all of them also say Chrome and Safari.
const browsers = [
  ["coc_coc", "Cốc Cốc"],
  ["Zalo", "Zalo"],
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser", "Samsung Internet"],
  ["Firefox", "Firefox"],
  ["FxiOS", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const;
