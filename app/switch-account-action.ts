"use server";

import { cookies } from "next/headers";
import { goTo, say } from "@/lib/actions/answer";
import { hidden } from "@/lib/actions/fields";
import { customerAction } from "@/lib/actions/wrappers";
import { now } from "@/lib/clock";
import { returnPath } from "@/lib/http/return-path";
import { sealSessionId, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from "@/lib/http/session-cookie";
import { readVisitor } from "@/lib/http/visitor";
import { switchAccount } from "@/lib/persons/switch-account";
import { rememberSupplier } from "@/lib/sign-in/remember-supplier";

/** Switches to another account of the same person and opens its list, or the requested page. */
export const switchAccountAction = customerAction(
  { user: hidden(64), next: hidden(500) },
  async (session, { user, next }) => {
    const switched = await switchAccount(session, user, await readVisitor());
    if (!switched.ok) {
      if (switched.reason === "too_often") return say("/invoices", { switched: "later" });
      return user === session.viewer.userId ? goTo("/invoices") : say("/invoices", { switched: "no" });
    }
    const { sessionId, expiresAt, account } = switched;
    (await cookies()).set(SESSION_COOKIE, await sealSessionId(sessionId, expiresAt, now()), {
      ...SESSION_COOKIE_OPTIONS,
      expires: expiresAt,
    });
    await rememberSupplier(account.supplier.slug);
    return say("/invoices", { switched: "yes" }, returnPath(next) ?? "/invoices");
  },
);
