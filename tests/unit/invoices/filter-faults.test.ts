import { describe, expect, it } from "vitest";
import { findFilterFaults } from "@/lib/invoices/filter/filter-faults";

describe("the faults of a typed filter", () => {
  it.each([
    [{}, {}],
    [{ from: "1/10/2026", to: "2026-10-31", min: "1 000,20", max: "2000" }, {}],
    [
      { from: "31/02/2026", to: "hier" },
      { from: "not_a_date", to: "not_a_date" },
    ],
    [{ min: "beaucoup", max: " " }, { min: "not_an_amount" }],
    [{ from: "2026-10-02", to: "2026-10-01" }, { to: "ends_before_start" }],
    [{ from: "2026-10-01", to: "2026-10-01" }, {}],
    [{ min: "10,05", max: "10" }, { max: "below_min" }],
    [{ min: "9", max: "10,05" }, {}],
    [{ min: "-5", max: "-5,5" }, { max: "below_min" }],
    [{ min: "5", max: "5,00" }, {}],
  ])("of %j are %j", (typed, faults) => {
    expect(findFilterFaults(typed)).toEqual(faults);
  });
});
