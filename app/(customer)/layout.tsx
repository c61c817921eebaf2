import { UnavailablePage } from "@/app/unavailable-page";
import { currentSession } from "@/lib/auth/current-session";
import { isUnavailable } from "@/lib/http/is-unavailable";
import type { ReactNode } from "react";

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
