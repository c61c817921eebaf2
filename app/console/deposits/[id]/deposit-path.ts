/** The page of a deposited or refused file. */
export const depositPath = (id: string) => `/console/deposits/${id}`;
