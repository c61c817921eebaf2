import { describe, expect, it } from "vitest";
import { filterForm } from "@/lib/invoices/register/filter-form";
import { register } from "./made-register";

const form = (url: string, locale: "fr" | "en" = "fr") =>
  filterForm(register(url), new URLSearchParams(url), locale);

describe("the search form", () => {
  it("shows days in French format in both languages, and amounts in the format of each language", () => {
    const url = "from=2026-10-01&min=10.5";
    expect([form(url).from.value, form(url, "en").from.value]).toEqual(["01/10/2026", "01/10/2026"]);
    expect([form(url).min.value, form(url, "en").min.value]).toEqual(["10,5", "10.5"]);
  });

  it("keeps invalid input and shows the reason beside it", () => {
    expect(form("to=hier&max=beaucoup")).toMatchObject({
      to: { value: "hier", fault: "not_a_date" },
      max: { value: "beaucoup", fault: "not_an_amount" },
      from: { value: "", fault: undefined },
    });
  });

  it("keeps what links choose: all companies or one of them, and the reading state", () => {
    const company = "019a8f00-0000-7000-8000-000000000001";
    expect(form(`q=x&type=invoice&new=1&unread=1&scope=all&company=${company}`).kept).toEqual([
      ["scope", "all"],
      ["company", company],
      ["new", "1"],
      ["unread", "1"],
    ]);
    expect(form("q=x").kept).toEqual([]);
    expect(form("q=x").newUrl).toBe("/invoices?q=x&new=1");
  });

  it("marks the quick period and the month of the list", () => {
    const october = form("from=2026-10-01&to=2026-10-31&contract=C");
    expect(october.currentMonth).toBe("2026-10");
    expect(october.periods.filter(({ isCurrent }) => isCurrent).map(({ name }) => name)).toEqual([
      "lastMonth",
    ]);
    expect(october.periods[1]?.url).toBe("/invoices?from=2026-11-01&to=2026-11-30&contract=C");
    const currentOf = (url: string) => form(url).periods.find(({ isCurrent }) => isCurrent)?.name;
    expect([currentOf(""), currentOf("from=1900-01-01")]).toEqual(["history", "everything"]);
    expect(form("from=2026-10-01&to=2026-10-30").currentMonth).toBe("");
    expect(october.months).toHaveLength(25);
  });

  it("keeps everything but the period and the page in the month picker", () => {
    expect(form("q=x&from=2026-10-01&sort=due&scope=all&after=x").keptBesideMonth).toEqual([
      ["q", "x"],
      ["sort", "due"],
      ["scope", "all"],
    ]);
  });
});
