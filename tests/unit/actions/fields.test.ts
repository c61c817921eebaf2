import { describe, expect, it } from "vitest";
import { z } from "zod";
import { choice, choiceOr, type FormFields, hidden, keptOf, secret, text } from "@/lib/actions/fields";

const read = (fields: FormFields, form: Record<string, unknown>) => z.object(fields).parse(form);

describe("a text field", () => {
  it("is empty where nothing, or a file, was sent", () => {
    expect(read({ name: text(10) }, {})).toEqual({ name: "" });
    expect(read({ name: text(10) }, { name: new File(["x"], "x.txt") })).toEqual({ name: "" });
  });

  it("cuts a text that is too long, so that nobody takes it for an empty one", () => {
    expect(read({ name: text(10) }, { name: "a".repeat(11) })).toEqual({ name: "a".repeat(10) });
  });
});

describe("a secret or hidden field", () => {
  it("is empty where it is too long: a password is never cut", () => {
    const fields = { password: secret(), id: hidden(5) };
    expect(read(fields, { password: "a".repeat(1_025), id: "123456" })).toEqual({ password: "", id: "" });
  });
});

describe("a choice", () => {
  it("refuses a value that the form does not offer", () => {
    expect(() => read({ role: choice(["member"]) }, { role: "operator" })).toThrow();
  });

  it("falls back where it may", () => {
    expect(read({ role: choiceOr(["", "member"], "") }, { role: "operator" })).toEqual({ role: "" });
  });
});

describe("what is kept of a refused form", () => {
  it("is what was typed and chosen, and neither a secret nor what the page wrote", () => {
    const fields = { name: text(10), access: choice(["link"]), password: secret(), id: hidden(5) };
    const typed = { name: "Lila", access: "link", password: "Papier-Carbone-7", id: "12" };
    expect(keptOf(fields, typed)).toEqual({ name: "Lila", access: "link" });
  });

  it("is nothing of a field that was not made for it", () => {
    const fields = { name: text(10).optional(), list: z.string() };
    expect(keptOf(fields, { name: "Lila", list: "a@b.example" })).toEqual({});
  });
});
