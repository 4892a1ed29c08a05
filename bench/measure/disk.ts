import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { median } from "../stats.ts";

/** What a synchronous commit costs on this disk at least: 4 KiB appended and synced, ms. Without it nobody can compare two machines. */
export const measureDisk = (file: string): number => {
  const fd = openSync(file, "w");
  const page = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 60 }, () => {
    const began = performance.now();
    writeSync(fd, page);
    fdatasyncSync(fd);
    return performance.now() - began;
  });
  closeSync(fd);
  rmSync(file);
  return median(times);
};
