let round = 0;

/**
 * Returns a function that answers whether work is due: yes at most once in `everyMs`, in this process. The work counts as
 * done at `last`; without it the first answer is yes. A clock that was set back does not stop the work.
 */
export function atMostEvery(everyMs: number, last = new Date(0)): (at: Date) => boolean {
  let done = { at: last.getTime(), round };
  return (at) => {
    if (done.round === round && Math.abs(at.getTime() - done.at) < everyMs) return false;
    done = { at: at.getTime(), round };
    return true;
  };
}

/** Forgets for all work when it was done: it is due at once. For tests, which share the loaded modules. */
export function forgetDoneWork(): void {
  round += 1;
}
