import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestedRange } from "@/lib/http/byte-range";

const ETAG = '"sha256-abc"';
const asked = (range: string, size = 100, ifRange?: string) =>
  requestedRange(
    new Headers({ range, ...(ifRange === undefined ? {} : { "if-range": ifRange }) }),
    size,
    ETAG,
  );

describe("a byte range", () => {
  it.each([
    ["bytes=0-0", { first: 0, last: 0 }],
    ["bytes=0-99", { first: 0, last: 99 }],
    ["bytes=50-", { first: 50, last: 99 }],
    ["bytes=-1", { first: 99, last: 99 }],
    ["bytes=-1000", { first: 0, last: 99 }],
    ["bytes=99-5000", { first: 99, last: 99 }],
    ["bytes=0-99999999999999999999999999", { first: 0, last: 99 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=100-200", "unsatisfiable"],
    ["bytes=99999999999999999999999999-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-4", null],
    ["bytes=-", null],
    ["bytes=", null],
    ["bytes=0-1,3-4", null],
    ["bytes=a-b", null],
    ["bytes=0x1-2", null],
    ["bytes=-1-2", null],
    ["bytes=1.5-2", null],
    ["lines=0-1", null],
    ["0-1", null],
    ["", null],
  ] as const)("%j of 100 bytes is %j (RFC 9110, 14)", (range, expected) => {
    expect(asked(range)).toEqual(expected);
  });

  it("applies only to the file that If-Range names", () => {
    expect(asked("bytes=0-1", 100, ETAG)).toEqual({ first: 0, last: 1 });
    for (const other of ['"sha256-abd"', `W/${ETAG}`, "Mon, 23 Nov 2026 12:00:00 GMT", ""])
      expect(asked("bytes=0-1", 100, other), other).toBeNull();
  });

  it("always lies within the file and equals slice()", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(700), fc.option(fc.nat(700)), (size, from, to) => {
        const bytes = Array.from({ length: size }, (_, index) => index);
        const range = asked(`bytes=${from}-${to ?? ""}`, size);
        if (range === "unsatisfiable") return void expect(from).toBeGreaterThanOrEqual(size);
        if (range === null) return void expect(to ?? Infinity).toBeLessThan(from);
        expect(bytes.slice(range.first, range.last + 1)).toEqual(
          bytes.slice(from, to === null ? size : to + 1),
        );
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 700 }), (size, length) => {
        const range = asked(`bytes=-${length}`, size);
        expect(range).toEqual({ first: Math.max(0, size - length), last: size - 1 });
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.nat(100), (text, size) => {
        const headers = { get: (name: string) => (name === "range" ? text : null) } as Headers;
        const range = requestedRange(headers, size, ETAG);
        if (range && range !== "unsatisfiable") expect(range.last).toBeLessThan(size);
      }),
    );
  });
});
