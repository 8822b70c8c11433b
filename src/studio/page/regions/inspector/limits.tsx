import type { ShownStage } from "../../../api.ts";
import { bytes, duration } from "../../parts/format.ts";

/** Time and bytes, each beside the platform's limit. */
export function Limits({ limits }: Pick<ShownStage, "limits">) {
  if (limits.length === 0) return null;
  return (
    <dl class="limits">
      {limits.map(({ what, used, limit, unit }) => {
        const shown = unit === "ms" ? duration : bytes;
        const over = used > limit;
        return (
          <div key={what}>
            <dt>{what}</dt>
            <dd class={over ? "status bad" : "figures"}>
              {shown(used)} of {shown(limit)}
              {over && " (over the limit)"}
            </dd>
            <meter aria-label={what} min={0} max={limit} high={limit * 0.8} value={Math.min(used, limit)} />
          </div>
        );
      })}
    </dl>
  );
}
