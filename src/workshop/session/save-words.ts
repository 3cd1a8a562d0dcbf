import type { FileFault } from "../../platform/errors.ts";

export interface FaultWords {
  /** What happened; the answers are still in the program. */
  readonly says: string;
  readonly fix: string;
}

/** Words for an assessment that could not be saved. */
export function saveFault(fault: FileFault): FaultWords {
  return FAULTS[fault] ?? OTHER;
}

const OTHER: FaultWords = {
  says: "NOT SAVED. We cannot write there.",
  fix: "Type e to save somewhere else, or r to try again.",
};

const FAULTS: Partial<Readonly<Record<FileFault, FaultWords>>> = {
  full: {
    says: "NOT SAVED. The disk is full. Your answers are still here.",
    fix: "Free some space and type r to try again, or type e to save somewhere else.",
  },
  busy: {
    says: "NOT SAVED yet. Another program has the file open (maybe Word, Notepad or OneDrive).",
    fix: "Close it and type r to try again, or type e to save somewhere else.",
  },
  denied: {
    says: "NOT SAVED yet. We are not allowed to write this file, or another program has it open.",
    fix: "Close it there and type r to try again, or type e to save somewhere else.",
  },
  "read-only": {
    says: "NOT SAVED. We cannot write in this folder.",
    fix: "Type e to save somewhere else.",
  },
  missing: {
    says: "NOT SAVED. The folder is no longer there.",
    fix: "Put it back and type r to try again, or type e to save somewhere else.",
  },
  "too-large": {
    says: "NOT SAVED. The file would be larger than 1 MB, and then we could not read it again.",
    fix: "Type q to stop. What was saved before is whole.",
  },
};
