import { problemResponse } from "@/lib/http/problem";

const RETRY_SECONDS = 20;

/** Answers 429: all slots for exports are in use. */
export const tooManyExports = (): Response =>
  problemResponse({
    status: 429,
    type: "too-many-exports",
    title: "Other exports are still under way.",
    retryAfterSeconds: RETRY_SECONDS,
  });
