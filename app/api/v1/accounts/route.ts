import { valuesAnswer } from "@/lib/accounts/account-answer";
import { listChanges } from "@/lib/accounts/list-changes";
import { methodNotAllowed, problemResponse } from "@/lib/http/problem";
import { answerSupplierKey } from "@/lib/keys/answer-supplier-key";
import { readTimeCursor } from "@/lib/time-cursor";

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Lists the accounts that the console changed since an instant (`changedSince`), page by page (`cursor`). */
export const GET = answerSupplierKey("accounts", async (viewer, request) => {
  const params = new URL(request.url).searchParams;
  const after = placeOf(params.get("changedSince"), params.get("cursor"));
  if (!after)
    return problemResponse({
      status: 422,
      type: "query-refused",
      title: "The query was not understood.",
      detail:
        "changedSince must be an instant such as 2026-11-23T08:00:00Z, and cursor the value of next in the last answer.",
    });
  const { accounts, next, until } = await listChanges(viewer, after);
  return Response.json(
    {
      accounts: accounts.map(({ changed, changedAt, ...account }) => ({
        ...valuesAnswer(account),
        state: account.state,
        changed,
        changedAt,
      })),
      next,
      until,
    },
    { headers: { "cache-control": "private, no-store" } },
  );
});

/** Returns the position to list from: that of the cursor, else that of the instant, else the beginning. */
function placeOf(since: string | null, cursor: string | null) {
  if (cursor !== null && cursor !== "") return readTimeCursor(cursor);
  if (since === null || since === "") return { at: new Date(0), id: FIRST_ID };
  const isInstant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(
    since,
  );
  const at = new Date(since);
  return isInstant && !Number.isNaN(at.getTime()) ? { at, id: FIRST_ID } : null;
}

const refuseMethod = () => methodNotAllowed("GET, HEAD");

export {
  refuseMethod as DELETE,
  GET as HEAD,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
