import { largePortals } from "../scripting/over-days/large.ts";
import { withPortal } from "../scripting/with-portal.ts";

// The same scenarios run on the runner, in test/conformance; samples of them are in test/scripting/too-large.test.ts.
largePortals(withPortal());
