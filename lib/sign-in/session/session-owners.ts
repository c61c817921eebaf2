import { ownersOf } from "@/lib/access/owners";
import type { Viewer } from "@/lib/access/viewer";
import type { Owner } from "@/lib/limits/turn";

/** Those for whom a session downloads: its turns are taken away when the session ends. */
export const sessionOwners = ({ id, viewer }: { id: string; viewer: Viewer }): Owner[] => [
  ...ownersOf(viewer),
  `session:${id}`,
];
