import { overDays } from "./over-days/index.ts";
import { withPortal } from "./with-portal.ts";

// The same scenarios run on the runner, in test/conformance.
overDays(withPortal());
