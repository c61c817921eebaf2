import { ownersOf } from "@/lib/access/owners";
import type { Owner } from "@/lib/limits/turn";
import type { Session } from "./session";

/** Those for whom a session downloads: its turns are taken away when the session ends. */
export const sessionOwners = ({ id, viewer }: Pick<Session, "id" | "viewer">): Owner[] => [
  ...ownersOf(viewer),
  `session:${id}`,
];
