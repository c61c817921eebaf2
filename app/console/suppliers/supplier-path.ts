import { isUuid } from "@/lib/uuid";

export const SUPPLIERS_PATH = "/console/suppliers";

/** Returns the path of a supplier's page, or of the list if the id is not valid. */
export const supplierPath = (id: string): string => (isUuid(id) ? `${SUPPLIERS_PATH}/${id}` : SUPPLIERS_PATH);
