import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSiren } from "@/lib/formats/siren";
import { asOwner } from "@/tests/support/world";

describe("is_reserved_slug", () => {
  it("contains every first path segment under app/, so that no supplier's slug hides a page", async () => {
    const segments = firstSegments("app");
    expect(segments).toContain("invoices");
    expect(segments).toContain("api");
    const free = await asOwner(
      (sql) => sql`
        select slug from unnest(${segments}::text[]) as slug
        -- suppliers_slug_form: a name with a dot can be nobody's.
        where slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and not is_reserved_slug(slug)`,
    );
    expect(free.map((row) => row.slug)).toEqual([]);
  });

  it("is enforced for the slug of a supplier", async () => {
    const [check] = await asOwner(
      (sql) =>
        sql`select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'suppliers_slug_free'`,
    );
    expect(check?.rule).toContain("NOT is_reserved_slug(slug)");
    const [row] = await asOwner((sql) => sql`select is_reserved_slug('mobilize-lease') as reserved`);
    expect(row?.reserved).toBe(false);
  });

  /** Folders in parentheses add no segment; those in brackets are the slug itself. */
  function firstSegments(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^[[_@]/.test(entry.name))
      .flatMap((entry) =>
        entry.name.startsWith("(") ? firstSegments(`${folder}/${entry.name}`) : [entry.name],
      );
  }
});

describe("is_siren", () => {
  it("gives the same result as the portal's own check and the rule of INSEE", async () => {
    const texts = fc.sample(
      fc.oneof(
        fc.stringMatching(/^[0-9]{9}$/),
        fc.stringMatching(/^[0-9]{8,10}$/),
        fc.constantFrom("732829320", "552100554", "732829321", "", "73282932O", " 732829320", "000000000"),
      ),
      500,
    );
    const rows = await asOwner(
      (sql) => sql`select text, is_siren(text) as valid from unnest(${texts}::text[]) as text`,
    );
    for (const row of rows) {
      expect(row.valid, row.text).toBe(luhn(row.text));
      expect(isSiren(row.text), row.text).toBe(row.valid);
    }
  });

  function luhn(text: string): boolean {
    if (!/^\d{9}$/.test(text)) return false;
    const sum = [...text].reduce((total, digit, at) => {
      const weighed = Number(digit) * (at % 2 === 1 ? 2 : 1);
      return total + (weighed > 9 ? weighed - 9 : weighed);
    }, 0);
    return sum % 10 === 0;
  }
});
