import { overDays } from "../scripting/over-days/index.ts";
import { withPortalOn } from "../scripting/with-portal.ts";
import { startOnRunner } from "./runner/world.ts";

overDays(withPortalOn(startOnRunner));
