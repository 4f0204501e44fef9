import {
  loadProject,
  openKept
} from "./.run-4645-UD3TYQP7.mjs";
import {
  textOf,
  valueOf
} from "./.run-4645-OMPH4DCH.mjs";
import "./.run-4645-O4Z4EEH6.mjs";
import {
  readSource
} from "./.run-4645-VNSVQNVN.mjs";
import "./.run-4645-HWUF3JKA.mjs";
import "./.run-4645-MXEKG5TH.mjs";
import "./.run-4645-6I3GIBHD.mjs";
import "./.run-4645-4VINKGNA.mjs";
export {
  loadProject,
  openKept,
  readSource,
  textOf,
  valueOf
};
