import { beforeEach, describe, expect, it } from "vitest";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { listSavedFilters } from "@/lib/invoices/saved-filters/list-saved-filters";
import { removeSavedFilter } from "@/lib/invoices/saved-filters/remove-saved-filter";
import { saveFilter } from "@/lib/invoices/saved-filters/save-filter";
import { LONGEST_FILTER_NAME, MAX_SAVED_FILTERS } from "@/lib/invoices/saved-filters/saved-filter";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";

let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  account = await makeAccount(await makeSupplier());
});

const filtersOf = (viewer: CustomerUser) => withViewer(viewer, (tx) => listSavedFilters(tx, viewer));
const queries = async (viewer: CustomerUser) =>
  (await filtersOf(viewer)).map(({ name, query }) => [name, query]);

describe("a saved filter", () => {
  it("keeps the parameters of the list, without the page and without unknown parameters", async () => {
    const query =
      "?q=+AB+&min=1+000%2C20+%E2%82%AC&sort=amount&after=EUR1_x&role=operator&type=x&to=31/10/2026";
    expect(await saveFilter(account.member, { name: "  Mes\tplaques ", query })).toEqual({
      ok: true,
      name: "Mes plaques",
    });
    expect(await queries(account.member)).toEqual([
      ["Mes plaques", "q=AB&to=2026-10-31&min=1000.2&sort=amount"],
    ]);
  });

  it("is replaced by another with the same name, and belongs to its user only", async () => {
    await saveFilter(account.member, { name: "Avoirs", query: "type=credit_note" });
    await saveFilter(account.member, { name: "Avoirs", query: "type=credit_note&new=1" });
    await saveFilter(account.administrator, { name: "Avoirs", query: "q=x" });
    expect(await queries(account.member)).toEqual([["Avoirs", "type=credit_note&new=1"]]);
    const [memberFilter] = await filtersOf(account.member);
    expect(await removeSavedFilter(account.administrator, memberFilter?.id ?? "")).toBeNull();
    expect(await removeSavedFilter(account.member, "not-an-id")).toBeNull();
    expect(await removeSavedFilter(account.member, memberFilter?.id ?? "")).toBe("Avoirs");
    expect(await removeSavedFilter(account.member, memberFilter?.id ?? "")).toBeNull();
    expect([await queries(account.member), await queries(account.administrator)]).toEqual([
      [],
      [["Avoirs", "q=x"]],
    ]);
  });

  it("is refused without a name, with a name that is too long, or when there are too many", async () => {
    const save = (name: string) => saveFilter(account.member, { name, query: "q=x" });
    expect(await save(" \u200b ")).toEqual({ ok: false, reason: "name_missing" });
    expect(await save("a".repeat(LONGEST_FILTER_NAME + 1))).toEqual({ ok: false, reason: "name_too_long" });
    const results = await Promise.all(
      Array.from({ length: MAX_SAVED_FILTERS + 3 }, (_, index) => save(`Filtre ${index}`)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(MAX_SAVED_FILTERS);
    expect(await filtersOf(account.member)).toHaveLength(MAX_SAVED_FILTERS);
    expect(await save("Un de trop")).toEqual({ ok: false, reason: "too_many" });
  });

  it("is recorded in the journal when it is saved and when it is removed", async () => {
    await saveFilter(account.member, { name: "Avoirs", query: "type=credit_note" });
    const [kept] = await filtersOf(account.member);
    await removeSavedFilter(account.member, kept?.id ?? "");
    const events = await asOwner(
      (sql) => sql`select action, actor_id, subject_id from audit_events order by id`,
    );
    expect(events.map(({ action, subject_id }) => [action, subject_id])).toEqual([
      ["filter_saved", kept?.id],
      ["filter_removed", kept?.id],
    ]);
  });
});
