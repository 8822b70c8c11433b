import type { ComparedPart, RunRow } from "../../../api.ts";
import { Button } from "../../parts/button.tsx";
import { DifferenceList } from "../../parts/difference-list.tsx";
import { duration } from "../../parts/format.ts";
import { runKindName, Status } from "../../parts/status.tsx";
import { comparison } from "../../store/opened-run.ts";
import { go } from "../../store/selection.ts";

/** The opened run beside another one, part by part. */
export function Comparison() {
  const compared = comparison.value;
  if (!compared) {
    return (
      <p class="quiet" role="status">
        Comparing…
      </p>
    );
  }
  const { left, right, parts } = compared;
  const different = parts.filter(({ differences }) => differences.length > 0);
  const equal = parts.filter(({ differences }) => differences.length === 0);
  return (
    <div class="comparison">
      <div class="compared">
        <Side row={left} />
        <Side row={right} />
        <Button onClick={() => go({ with: undefined })}>Back to the run</Button>
      </div>
      {different.length === 0 && (
        <p role="status">Both runs are equal: requests, results of the methods and items.</p>
      )}
      {different.map((part) => (
        <Part key={part.title} {...part} />
      ))}
      {different.length > 0 && equal.length > 0 && (
        <p class="quiet">Equal: {equal.map(({ title }) => title).join(", ")}.</p>
      )}
    </div>
  );
}

function Side({ row }: { readonly row: RunRow }) {
  return (
    <p>
      <b>#{row.number}</b> {runKindName(row)} <Status status={row.status} />{" "}
      <span class="quiet">
        {row.runtime} runtime{row.took !== undefined && `, ${duration(row.took)}`}
      </span>
    </p>
  );
}

function Part({ title, differences, more }: ComparedPart) {
  const shown = differences.map(({ path, left, right }) => ({
    kind:
      left === undefined
        ? ("added" as const)
        : right === undefined
          ? ("removed" as const)
          : ("changed" as const),
    path,
    ...(left !== undefined && { left }),
    ...(right !== undefined && { right }),
  }));
  return (
    <section class="box">
      <h3>{title}</h3>
      <DifferenceList differences={shown} more={more} />
    </section>
  );
}
