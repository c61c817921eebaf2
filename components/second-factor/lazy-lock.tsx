"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const ScreenLock = lazy(async () => ({ default: (await import("./screen-lock")).ScreenLock }));

/**
 * `ScreenLock` in a separate script. Every page may show the not-found page, which may contain the lock for staff;
 * without this, pages for everybody would load the lock too.
 */
export function LazyLock(props: ComponentProps<typeof ScreenLock>) {
  return (
    <Suspense fallback={null}>
      <ScreenLock {...props} />
    </Suspense>
  );
}
