// compiler/base/duration.ts
var unitSeconds = { s: 1, m: 60, h: 3600, d: 86400 };
var pattern = /^(\d+)([smhd])$/;
var day = 86400;
function parseDuration(text) {
  const match = typeof text === "string" ? pattern.exec(text) : null;
  if (match === null) return null;
  const seconds = Number(match[1]) * unitSeconds[match[2]];
  return seconds > 0 && Number.isSafeInteger(seconds) ? seconds : null;
}
function formatDuration(seconds) {
  for (const unit of ["d", "h", "m"]) {
    if (seconds !== 0 && seconds % unitSeconds[unit] === 0) return `${seconds / unitSeconds[unit]}${unit}`;
  }
  return `${seconds}s`;
}

export {
  day,
  parseDuration,
  formatDuration
};
