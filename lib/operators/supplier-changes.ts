/** What an operator does with a supplier that exists. */
export const SUPPLIER_CHANGES = ["suspend", "resume", "resume_mails"] as const;

export type SupplierChange = (typeof SUPPLIER_CHANGES)[number];
