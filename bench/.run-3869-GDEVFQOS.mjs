import {
  mainEnvironment,
  place,
  settleTarget
} from "./.run-3869-UEKDUPZN.mjs";
import "./.run-3869-LORJLHYC.mjs";
import "./.run-3869-AXL77B2Q.mjs";
import "./.run-3869-7SOGI4UR.mjs";
import "./.run-3869-4H6MAL5W.mjs";
import "./.run-3869-4ZAM3CTN.mjs";
import "./.run-3869-ZRZALKKI.mjs";
import "./.run-3869-UXWDYUFW.mjs";
import "./.run-3869-A3JU4ERA.mjs";
import "./.run-3869-BHLSE77H.mjs";
import "./.run-3869-WMCPSZGM.mjs";
import "./.run-3869-QBUCTYCR.mjs";
export {
  mainEnvironment,
  place,
  settleTarget
};
