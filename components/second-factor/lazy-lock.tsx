"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const ScreenLock = lazy(async () => ({ default: (await import("./screen-lock")).ScreenLock }));

/**
 * The `ScreenLock` as a script of its own. Pages for everybody, whose « not found » may be one for staff, do not load it.
 */
export function LazyLock(props: ComponentProps<typeof ScreenLock>) {
  return (
    <Suspense fallback={null}>
      <ScreenLock {...props} />
    </Suspense>
  );
}
