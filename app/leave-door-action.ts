"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { requireSameOrigin } from "@/lib/http/require-same-origin";
import { returnPath } from "@/lib/http/return-path";
import { requireCustomer } from "@/lib/sign-in/session/current-session";
import { leaveDoor } from "@/lib/sign-in/session/leave-door";

const form = z.object({ next: z.string().optional().catch(undefined) });

/** « Rester ici »: the person is where they want to be, and is told no more. */
export async function leaveDoorAction(data: FormData): Promise<void> {
  await requireSameOrigin();
  const session = await requireCustomer();
  const { next } = form.parse(Object.fromEntries(data));
  await leaveDoor(session);
  redirect(returnPath(next) ?? "/invoices");
}
