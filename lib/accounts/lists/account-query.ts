import { isUuid } from "@/lib/uuid";
import {
  type AccountListName,
  type AccountSort,
  readAccountSort,
  readListName,
  sortsOf,
  writeAccountSort,
} from "./account-list";

const PATH = "/console/accounts";
const MAX_TYPED_LENGTH = 200;
const UUID_LENGTH = 36;

/** A position in a sorted list: the sort value of a row ("" for none) and its id. */
export interface AccountCursor {
  key: string;
  id: string;
}

export type AccountPage =
  | { direction: "first" }
  | { direction: "after"; cursor: AccountCursor }
  | { direction: "before"; cursor: AccountCursor };

/** The search, list, order and page of `/console/accounts`, as in its URL. */
export interface AccountQuery {
  /** The typed text, "" without a search. */
  q: string;
  list: AccountListName | null;
  sort: AccountSort;
  page: AccountPage;
}

type Params = Record<string, string | string[] | undefined>;

/** Reads the parameters of a URL. Invalid values are ignored. */
export function readAccountQuery(params: Params): AccountQuery {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value : "";
  };
  const q = text("q")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, MAX_TYPED_LENGTH)
    .toWellFormed();
  const list = readListName(text("list"));
  const sort = readAccountSort(text("sort"), sortsOf({ q, list }));
  return { q, list, sort, page: readPage(text("after"), text("before")) };
}

function readPage(after: string, before: string): AccountPage {
  const forward = readCursor(after);
  if (forward) return { direction: "after", cursor: forward };
  const backward = readCursor(before);
  return backward ? { direction: "before", cursor: backward } : { direction: "first" };
}

function readCursor(text: string): AccountCursor | null {
  const id = text.slice(-UUID_LENGTH);
  if (!isUuid(id) || text.at(-UUID_LENGTH - 1) !== "_") return null;
  const key = text.slice(0, -UUID_LENGTH - 1);
  return key.length > MAX_TYPED_LENGTH || /\p{Cc}/u.test(key) || !key.isWellFormed() ? null : { key, id };
}

/** Writes a position for a URL. */
const writeAccountCursor = ({ key, id }: AccountCursor): string => `${key}_${id}`;

/** Returns the path of a list. `change` replaces parts of the query; without a position it is the first page. */
export function accountsPath(
  query: Pick<AccountQuery, "q" | "list" | "sort">,
  change: {
    list?: AccountListName | null;
    sort?: AccountSort;
    after?: AccountCursor;
    before?: AccountCursor;
  } = {},
  path = PATH,
): string {
  const list = change.list === undefined ? query.list : change.list;
  const params = new URLSearchParams();
  if (list !== null) params.set("list", list);
  if (query.q !== "") params.set("q", query.q);
  const sort = writeAccountSort(change.sort ?? query.sort);
  if (sort !== "company") params.set("sort", sort);
  if (change.after) params.set("after", writeAccountCursor(change.after));
  if (change.before) params.set("before", writeAccountCursor(change.before));
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}
