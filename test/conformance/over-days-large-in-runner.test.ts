import { largePortals } from "../scripting/over-days/large.ts";
import { withPortalOn } from "../scripting/with-portal.ts";
import { startOnRunner } from "./runner/world.ts";

// In a process of its own: core ends one that has grown beyond 450 MB after 250 calls.
largePortals(withPortalOn(startOnRunner));
