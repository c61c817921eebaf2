import { ownersOf } from "@/lib/access/owners";
import type { Viewer } from "@/lib/access/viewer";
import type { Owner } from "@/lib/limits/turn";

/** Returns the owners of a session's downloads. The session is one of them, so that its downloads stop when it ends. */
export const sessionOwners = ({ id, viewer }: { id: string; viewer: Viewer }): Owner[] => [
  ...ownersOf(viewer),
  `session:${id}`,
];
