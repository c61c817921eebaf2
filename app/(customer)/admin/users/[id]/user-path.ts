import { isUuid } from "@/lib/uuid";

/** The page of a colleague; the list for what is no id. */
export const userPath = (id: string): string => (isUuid(id) ? `/admin/users/${id}` : "/admin/users");
