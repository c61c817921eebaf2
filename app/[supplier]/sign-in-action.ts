"use server";

import { notFound } from "next/navigation";
import { goTo, refuse } from "@/lib/actions/answer";
import { hidden, secret, text } from "@/lib/actions/fields";
import { publicAction } from "@/lib/actions/wrappers";
import { returnPath } from "@/lib/http/return-path";
import { hasSpaceAtEnds } from "@/lib/password-rule";
import { keepDeviceSecret } from "@/lib/sign-in/known-device/keep-device-secret";
import { deviceSecret } from "@/lib/sign-in/known-device/known-device";
import { sealSession, SignInRefused } from "@/lib/sign-in/next-auth";
import { currentSession } from "@/lib/sign-in/session/current-session";
import { waitingSession } from "@/lib/sign-in/session/waiting-session";
import { signOut } from "@/lib/sign-in/sign-out";
import { rememberUser } from "./remember-user";

/**
 * Signs in, or shows the form again with the typed entries and the reason. Works on any supplier's page (R11), and
 * below the list of suppliers (no slug), where staff and operators sign in.
 */
export const signInAction = publicAction(
  { identifier: text(320), password: secret(), next: hidden(500) },
  async (visitor, { identifier, password, next: requested }, slug: string) => {
    if (!/^[a-z0-9-]{0,63}$/.test(slug)) notFound();
    const next = returnPath(requested);
    const page = `/${slug}`;
    const formPath = next ? `${page}?next=${encodeURIComponent(next)}` : page;
    if (identifier.trim() === "" || password === "") return refuse(page, { reason: "incomplete" }, formPath);
    // Signing in again ends the browser's previous session (OWASP ASVS 5.0, 7.2.4).
    const previous = (await currentSession()) ?? (await waitingSession());
    const device = deviceSecret(visitor.device);
    try {
      await sealSession("credentials", {
        identifier,
        password,
        entrySupplier: slug,
        device,
        redirect: false,
      });
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      return refuse(page, { ...error.refusal, hasSpaceAtEnds: hasSpaceAtEnds(password) }, formPath);
    }
    if (previous) await signOut(previous);
    await keepDeviceSecret(device);
    const first = await rememberUser();
    return goTo(next ?? first);
  },
);
