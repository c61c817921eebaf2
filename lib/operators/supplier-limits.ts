/** The longest name of a supplier, which stands in the bar of its pages and in subjects of mails. */
export const SUPPLIER_NAME_LENGTH = 80;
