/**
 * Packs read every original and keep a connection for as long as their reader likes: so many at once, of one user, of one
 * account, whose users together must leave room for others, and of this process.
 */
const MOST_PER_USER = 2;
const MOST_PER_ACCOUNT = 4;
const MOST_AT_ONCE = 8;

interface Taker {
  userId: string;
  accountId: string;
}

const running = new Set<Taker>();

/** A place for one export, given back by calling what is returned, once or more; null when all are taken. */
export function takeExportSlot({ userId, accountId }: Taker): (() => void) | null {
  const taken = [...running];
  const ofUser = taken.filter((one) => one.userId === userId).length;
  const ofAccount = taken.filter((one) => one.accountId === accountId).length;
  if (ofUser >= MOST_PER_USER || ofAccount >= MOST_PER_ACCOUNT || taken.length >= MOST_AT_ONCE) return null;
  const place = { userId, accountId };
  running.add(place);
  return () => void running.delete(place);
}
