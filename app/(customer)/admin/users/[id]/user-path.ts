import { isUuid } from "@/lib/uuid";

/** Returns the path of a colleague's page, or of the list if the id is not valid. */
export const userPath = (id: string): string => (isUuid(id) ? `/admin/users/${id}` : "/admin/users");
