/**
 * Limits of exports at the same time, for one user, one account and this process. A pack reads every original and keeps
 * a connection open as long as its client reads, so no user or account may use all slots.
 */
const MOST_PER_USER = 2;
const MOST_PER_ACCOUNT = 4;
const MOST_PARALLEL = 8;

interface RunningExport {
  userId: string;
  accountId: string;
}

const running = new Set<RunningExport>();

/**
 * Takes a slot for one export and returns the function that frees it (safe to call twice); null when all are taken.
 */
export function takeExportSlot({ userId, accountId }: RunningExport): (() => void) | null {
  const taken = [...running];
  const ofUser = taken.filter((one) => one.userId === userId).length;
  const ofAccount = taken.filter((one) => one.accountId === accountId).length;
  if (ofUser >= MOST_PER_USER || ofAccount >= MOST_PER_ACCOUNT || taken.length >= MOST_PARALLEL) return null;
  const slot = { userId, accountId };
  running.add(slot);
  return () => void running.delete(slot);
}
