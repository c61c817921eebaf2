import { type Answers, everybody } from "./expected-answers";
import type { PortalWorld } from "./visitors";

export interface ClassifiedRoute {
  /** An existing address of the pattern. */
  path: (world: PortalWorld) => string;
  answers: Answers;
  method?: "POST" | "PUT";
  /** Whether it may show data of one account, so that shared caches must not store it. */
  isPrivate?: boolean;
}

/** A page or route without parameters. */
export const page = (path: string, answers: Answers, isPrivate = answers !== everybody): ClassifiedRoute => ({
  path: () => path,
  answers,
  isPrivate,
});
