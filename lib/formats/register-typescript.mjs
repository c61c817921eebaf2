// Preloaded into a worker thread that runs the sources: `--import tsx` does nothing inside a thread.
import { register } from "tsx/esm/api";

register();
