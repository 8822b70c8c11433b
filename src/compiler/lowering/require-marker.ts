/** What stands for the platform's `require` until the file is wrapped: the bundler would look for the module. */
export const requireMarker = "ZAPC_REQUIRE";
