import {
  mainEnvironment,
  place,
  settleTarget
} from "./.run-4645-FN22TMXV.mjs";
import "./.run-4645-GKL4D4VO.mjs";
import "./.run-4645-QML4BORP.mjs";
import "./.run-4645-NGE3TUIM.mjs";
import "./.run-4645-ZFMYJV4S.mjs";
import "./.run-4645-7BMLKHU5.mjs";
import "./.run-4645-HWUF3JKA.mjs";
import "./.run-4645-MXEKG5TH.mjs";
import "./.run-4645-6I3GIBHD.mjs";
import "./.run-4645-4VINKGNA.mjs";
export {
  mainEnvironment,
  place,
  settleTarget
};
