/** An amount as stored: the currency's smallest unit and its ISO 4217 code. */
export interface Amount {
  minor: bigint;
  currency: string;
}

/** How many, or that there are more than the counting went to. */
export interface Count {
  value: number;
  isCapped: boolean;
}
