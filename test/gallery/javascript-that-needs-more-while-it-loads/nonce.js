var crypto = require("crypto");

export function nonce() {
  return crypto.randomBytes(8).toString("hex");
}
