import type { ReactNode } from "react";
import { UnavailablePage } from "@/app/unavailable-page";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { currentSession } from "@/lib/sign-in/session/current-session";

/** The layout of customer pages. Shows an error page while sessions cannot be read. Each page checks access itself. */
export default async function Layout({ children }: { children: ReactNode }) {
  try {
    await currentSession();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return <UnavailablePage />;
  }
  return children;
}
