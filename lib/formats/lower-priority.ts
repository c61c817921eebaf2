import { constants, setPriority } from "node:os";

// Hostile files keep a core busy: the thread that answers requests goes first. On Linux, this is the priority of the calling
// thread alone (setpriority(2)); elsewhere it would be that of the whole process.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
