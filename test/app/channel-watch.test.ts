import { describe, expect, test } from "vitest";
import { channelWatch } from "../../src/app/channel-watch.ts";
import { monday } from "../universe.ts";

const alarms = (watch: ReturnType<typeof channelWatch>, connection: string) =>
  watch.read(connection).flatMap(({ stands }) => (stands ? [stands] : []));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A connection that brings `perHour` messages in every hour, day and night, for `days` days up to Monday nine o'clock. */
const busy = (perHour: number, days: number) => {
  const time = { now: monday - days * 24 * HOUR };
  const watch = channelWatch(() => time.now);
  const step = HOUR / perHour;
  while (time.now < monday) {
    watch.received("c");
    time.now += step;
  }
  return { time, watch };
};

describe("a webhook gone silent", () => {
  test("is told after an hour in the day, and no longer once something comes", () => {
    const { time, watch } = busy(12, 3);
    time.now = monday + 50 * MINUTE;
    expect(alarms(watch, "c")).toEqual([]);
    time.now = monday + 65 * MINUTE;
    expect(alarms(watch, "c")[0]?.vi).toMatch(/không có tin nào tới.*12 tin một giờ/);
    watch.received("c");
    expect(alarms(watch, "c")).toEqual([]);
  });

  test("is not told where an hour without a message is usual", () => {
    const { time, watch } = busy(2, 5);
    time.now = monday + 4 * HOUR;
    expect(alarms(watch, "c")).toEqual([]);
  });

  test("is not told at night, nor in the first hour of the morning", () => {
    const { time, watch } = busy(12, 3);
    for (const hour of [10, 14, 20, 23]) {
      time.now = monday + hour * HOUR;
      expect(alarms(watch, "c"), String(hour)).toEqual([]);
    }
  });

  test("is not told after a restart, before a day was learnt", () => {
    const { time, watch } = busy(12, 0.2);
    time.now = monday + 2 * HOUR;
    expect(alarms(watch, "c")).toEqual([]);
    expect(alarms(watch, "never heard of")).toEqual([]);
  });

  test("what is remembered stays small, however long it runs and however much comes", () => {
    const { time, watch } = busy(60, 30);
    time.now = monday + 70 * MINUTE;
    expect(alarms(watch, "c")[0]?.vi).toContain("60 tin một giờ");
  });
});

describe("messages the channel does not take", () => {
  test("are told as a share of the last quarter of an hour; people who blocked us are no trouble", () => {
    const time = { now: monday };
    const watch = channelWatch(() => time.now);
    for (let n = 0; n < 100; n++) watch.sent("c", n % 2 === 0 ? "sent" : "blocked");
    expect(alarms(watch, "c")).toEqual([]);
    time.now += 20 * MINUTE;
    for (let n = 0; n < 19; n++) watch.sent("c", "uncertain");
    expect(alarms(watch, "c")).toEqual([]);
    watch.sent("c", "retry");
    expect(alarms(watch, "c")[0]?.vi).toContain("20 trên 20 lần gửi không thành");
    time.now += 17 * MINUTE;
    expect(alarms(watch, "c")).toEqual([]);
  });
});
