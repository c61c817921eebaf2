import { describe, expect, it } from "vitest";
import { z } from "zod";
import { choice, choiceOr, type FormFields, hidden, keptOf, secret, text } from "@/lib/actions/fields";

const read = (fields: FormFields, form: Record<string, unknown>) => z.object(fields).parse(form);

describe("a text field", () => {
  it("is empty when nothing, or a file, was sent", () => {
    expect(read({ name: text(10) }, {})).toEqual({ name: "" });
    expect(read({ name: text(10) }, { name: new File(["x"], "x.txt") })).toEqual({ name: "" });
  });

  it("shortens a text that is too long and does not make it empty", () => {
    expect(read({ name: text(10) }, { name: "a".repeat(11) })).toEqual({ name: "a".repeat(10) });
  });
});

describe("a secret or hidden field", () => {
  it("is empty when it is too long: a password is never shortened", () => {
    const fields = { password: secret(), id: hidden(5) };
    expect(read(fields, { password: "a".repeat(1_025), id: "123456" })).toEqual({ password: "", id: "" });
  });
});

describe("a choice", () => {
  it("refuses a value that the form does not offer", () => {
    expect(() => read({ role: choice(["member"]) }, { role: "operator" })).toThrow();
  });

  it("uses the default value if it has one", () => {
    expect(read({ role: choiceOr(["", "member"], "") }, { role: "operator" })).toEqual({ role: "" });
  });
});

describe("the values kept from a refused form", () => {
  it("are what was typed and chosen, without secret and hidden fields", () => {
    const fields = { name: text(10), access: choice(["link"]), password: secret(), id: hidden(5) };
    const typed = { name: "Lila", access: "link", password: "Papier-Carbone-7", id: "12" };
    expect(keptOf(fields, typed)).toEqual({ name: "Lila", access: "link" });
  });

  it("contain only fields that are marked to be kept", () => {
    const fields = { name: text(10).optional(), list: z.string() };
    expect(keptOf(fields, { name: "Lila", list: "a@b.example" })).toEqual({});
  });
});
