import type { ReactNode } from "react";
import { UnavailablePage } from "@/app/unavailable-page";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { currentSession } from "@/lib/sign-in/session/current-session";

/** A customer's pages, or the page that says nobody can be recognised now. Who may see them, each page asks itself. */
export default async function Layout({ children }: { children: ReactNode }) {
  try {
    await currentSession();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return <UnavailablePage />;
  }
  return children;
}
