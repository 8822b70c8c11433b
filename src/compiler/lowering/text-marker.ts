/** What stands around the values of a template until the file is wrapped, and it is known what is needed there. */
export const textMarker = "ZAPC_TEXT";
