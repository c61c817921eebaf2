"use server";

import { cookies } from "next/headers";
import { goTo } from "@/lib/actions/answer";
import { choiceOr, hidden } from "@/lib/actions/fields";
import { publicAction } from "@/lib/actions/wrappers";
import { LASTING_COOKIE } from "@/lib/http/lasting-cookie";
import { readListPath } from "@/lib/invoices/filter/invoice-paths";
import { LIST_DISPLAY_COOKIE, readListDisplay, writeListDisplay } from "@/lib/invoices/register/list-display";
import { readPageSize } from "@/lib/invoices/register/page-size";

/** Remembers in this browser how it shows the list: rows a page, keyboard shortcuts. The list starts at its first page. */
export const setListDisplayAction = publicAction(
  { size: hidden(10), shortcuts: choiceOr(["on", "off", ""], ""), query: hidden(10_000) },
  async (_visitor, { size, shortcuts, query }) => {
    const jar = await cookies();
    const current = readListDisplay(jar.get(LIST_DISPLAY_COOKIE)?.value);
    const chosen = {
      size: size === "" ? current.size : readPageSize(size),
      hasShortcuts: shortcuts === "" ? current.hasShortcuts : shortcuts === "on",
    };
    jar.set(LIST_DISPLAY_COOKIE, writeListDisplay(chosen), { ...LASTING_COOKIE, httpOnly: true });
    return goTo(readListPath(new URLSearchParams(query)));
  },
);
