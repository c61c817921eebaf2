import { isUuid } from "@/lib/uuid";

/** Returns the path of a request in the console, or of the list if the id is not valid. */
export const staffRequestPath = (id: string): string =>
  isUuid(id) ? `/console/requests/${id}` : "/console/requests";
