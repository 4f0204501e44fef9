import {
  loadProject,
  openKept
} from "./.run-3869-7D6TUX3R.mjs";
import {
  textOf,
  valueOf
} from "./.run-3869-VSBWZZT4.mjs";
import "./.run-3869-I4OLG6MJ.mjs";
import {
  readSource
} from "./.run-3869-TYXL6GOU.mjs";
import "./.run-3869-A3JU4ERA.mjs";
import "./.run-3869-BHLSE77H.mjs";
import "./.run-3869-WMCPSZGM.mjs";
import "./.run-3869-QBUCTYCR.mjs";
export {
  loadProject,
  openKept,
  readSource,
  textOf,
  valueOf
};
