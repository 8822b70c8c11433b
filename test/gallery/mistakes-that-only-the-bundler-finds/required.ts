// @ts-nocheck
import querystring = require("querystring");
import fs from "node:fs";
export const value = () => [querystring, fs];
