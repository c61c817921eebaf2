import { expect, it } from "vitest";
import { readTimeCursor, writeTimeCursor } from "@/lib/time-cursor";

it("a position in a list is read as it was written, and nothing else is", () => {
  const cursor = { at: new Date(1_764_000_000_000), id: "0198f000-0000-7000-8000-000000000000" };
  expect(readTimeCursor(writeTimeCursor(cursor))).toEqual(cursor);
  for (const text of ["", "x", "1_2", "-1_0198f000-0000-7000-8000-000000000000", undefined, ["1_2"]])
    expect(readTimeCursor(text)).toBeNull();
});
