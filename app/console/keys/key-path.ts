import { isUuid } from "@/lib/uuid";

/** Returns the path of a key's page, or of the list if the id is not valid. */
export const keyPath = (id: string): string => (isUuid(id) ? `/console/keys/${id}` : "/console/keys");
