import { isUuid } from "@/lib/uuid";

/** Returns the path of an account's page, or of the console if the id is not valid. */
export const accountPath = (id: string): string => (isUuid(id) ? `/console/accounts/${id}` : "/console");
