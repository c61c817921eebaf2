"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const EVERY_MS = 2_000;

/** The progress of an import; `text` is the sentence about it. */
interface ImportStep {
  state: string;
  done: number;
  total: number;
  text: string;
}

/**
 * Shows the progress of an import. Asks the server every two seconds while the tab is visible; loads the page again
 * when the import is in another state. It does not load the page each time, because that would count as activity, and
 * the screen would never lock.
 */
export function ProgressWatch({ href, first }: { href: string; first: ImportStep }) {
  const router = useRouter();
  const [{ done, total, text }, setStep] = useState(first);
  const { state } = first;
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const response = await fetch(href, { cache: "no-store" });
      if (!response.ok) return;
      const step = (await response.json()) as ImportStep;
      if (step.state === state) setStep(step);
      else router.refresh();
    };
    const timer = setInterval(() => void ask().catch(() => {}), EVERY_MS);
    return () => clearInterval(timer);
  }, [href, state, router]);
  return (
    <>
      <h2 id="progress" role="status">
        {text}
      </h2>
      <progress className="progress" value={done} max={Math.max(1, total)} aria-labelledby="progress" />
    </>
  );
}
