"use server";

import { SUPPLIER_COOKIE } from "@/lib/auth/current-session";
import { sealSession, SignInRefused } from "@/lib/auth/next-auth";
import { leaveFlash } from "@/lib/http/flash";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { returnPath } from "@/lib/http/return-path";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";

const slug = z.string().regex(/^[a-z0-9-]{1,63}$/);
const form = z.object({
  identifier: z.string(),
  password: z.string(),
  next: z.string().optional(),
});

/** Signs in, or comes back to the form with what was typed and why not. The supplier only says which door this is. */
export async function signInAction(supplier: string, data: FormData): Promise<void> {
  await requireSameOrigin();
  const typed = form.parse(Object.fromEntries(data));
  const next = returnPath(typed.next);
  const door = `/${slug.parse(supplier)}`;
  const query = next ? `?next=${encodeURIComponent(next)}` : "";
  const { identifier, password } = typed;
  if (identifier.trim() === "" || password === "") {
    await leaveFlash(door, { reason: "incomplete", identifier });
    redirect(`${door}${query}`);
  }
  try {
    await sealSession("credentials", { identifier, password, redirect: false });
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    const { refusal } = error;
    const minutes = refusal.reason === "too_many" ? Math.max(1, Math.ceil(refusal.retryAfterMs / 60_000)) : 0;
    await leaveFlash(door, { reason: refusal.reason, identifier, minutes: String(minutes) });
    redirect(`${door}${query}`);
  }
  (await cookies()).set(SUPPLIER_COOKIE, supplier, {
    path: "/",
    maxAge: 365 * 86_400,
    httpOnly: true,
    sameSite: "lax",
    secure: true,
  });
  redirect(next ?? "/invoices");
}
