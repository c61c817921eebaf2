import { constants, setPriority } from "node:os";

// Hostile files can keep a core busy, so the thread that answers requests gets the higher priority. On Linux, this
// sets the priority of the calling thread alone (setpriority(2)); elsewhere it would be that of the whole process.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
