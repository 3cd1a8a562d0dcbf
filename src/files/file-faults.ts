import type { FileFault } from "../platform/errors.ts";

export interface FaultWords {
  readonly says: string;
  readonly fix: string;
}

/** What to say where a file or folder could not be read or written. */
export const FILE_FAULTS: Readonly<Record<FileFault, FaultWords>> = {
  missing: { says: "There is no such file or folder.", fix: "Check the name and the folder." },
  folder: { says: "This is a folder, not a file.", fix: "Give the name of a file." },
  "not-a-folder": {
    says: "This is not a folder.",
    fix: "Give the name of a folder, or choose another place.",
  },
  denied: {
    says: "We are not allowed to open or change this.",
    fix: "Check its permissions, or choose another place.",
  },
  "read-only": { says: "This place can only be read.", fix: "Choose another place." },
  full: {
    says: "NOT SAVED. The disk is full.",
    fix: "Free some space and try again, or choose another place.",
  },
  busy: {
    says: "This could not be opened or saved. It may be open in another program.",
    fix: "Close it there (maybe Word, Notepad or OneDrive) and try again.",
  },
  "too-large": {
    says: "This file is too large for us to read: over 1 MB, or 10 MB for an assessment.",
    fix: "Check the name.",
  },
  "not-text": {
    says: "This file is not plain text (UTF-8).",
    fix: "Save it as UTF-8 text, or check the name.",
  },
  device: {
    says: "This is a device or a pipe, not a file.",
    fix: "Give the name of a file.",
  },
  "name-too-long": { says: "This name is too long for the disk.", fix: "Choose a shorter name." },
  "no-input": {
    says: "What is typed or sent to coprod cannot be read here.",
    fix: "Try again in another window, or give the name of a file.",
  },
  other: { says: "This could not be read or saved.", fix: "Try again, or choose another place." },
};

/** The same in a workshop, where the answers are still in the program and `r` and `e` can be typed. */
export function savingFault(fault: FileFault): FaultWords {
  return SAVING_FAULTS[fault] ?? CANNOT_WRITE;
}

const CANNOT_WRITE: FaultWords = {
  says: "NOT SAVED. We cannot write there.",
  fix: "Type e to save somewhere else, or r to try again.",
};

const SAVING_FAULTS: Partial<Readonly<Record<FileFault, FaultWords>>> = {
  full: {
    says: "NOT SAVED. The disk is full. Your answers are still here.",
    fix: "Free some space and type r to try again, or type e to save somewhere else.",
  },
  busy: {
    says: "NOT SAVED yet. It may be open in another program, such as Word, Notepad or OneDrive.",
    fix: "Close it there and type r to try again, or type e to save somewhere else.",
  },
  denied: {
    says: "NOT SAVED yet. We are not allowed to write this file. It may be read-only.",
    fix: "Change that and type r to try again, or type e to save somewhere else.",
  },
  "read-only": {
    says: "NOT SAVED. We cannot write in this folder.",
    fix: "Type e to save somewhere else.",
  },
  missing: {
    says: "NOT SAVED. The folder is no longer there.",
    fix: "Put it back and type r to try again, or type e to save somewhere else.",
  },
  device: {
    says: "NOT SAVED. In the place of the file there is a device or a pipe now.",
    fix: "Type e to save somewhere else.",
  },
  "too-large": {
    says: "NOT SAVED. The file would be larger than 10 MB, and then we could not read it again.",
    fix: "Type q to stop. What was saved before is whole.",
  },
};
