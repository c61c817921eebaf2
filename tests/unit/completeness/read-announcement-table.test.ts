import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { readAnnouncementTable } from "@/lib/completeness/read-announcement-table";
import { MAX_TABLE_ROWS } from "@/lib/formats/table-reading";

it("lets other requests run while a file of the largest size is read", async () => {
  const headings = { line: 1, cells: ["customerNumber", "month", "count", "total"] };
  const lines = Array.from({ length: MAX_TABLE_ROWS }, (_, at) => ({
    line: at + 2,
    cells: [`C-${at}`, "2026-10", "1", "10.00"],
  }));
  let isOver = false;
  const reading = readAnnouncementTable([headings, ...lines]).finally(() => (isOver = true));
  let turns = 0;
  for (; !isOver; turns += 1) await nextTurn();
  expect(await reading).toMatchObject({ ok: true, announcements: { length: MAX_TABLE_ROWS } });
  expect(turns).toBeGreaterThan(100);
});
