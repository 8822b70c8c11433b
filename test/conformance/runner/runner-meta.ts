import type { RunOptions } from "zapc/simulator";

/** The platform's data of a call, by the names that the runner turns into `bundle.meta` and `bundle.zap`. */
export function runnerMeta({ meta = {}, zap }: RunOptions): object {
  return {
    isLoadingSample: meta.frontend ?? false,
    isTestingAuth: meta.test_poll ?? false,
    isFillingDynamicDropdown: meta.prefill ?? false,
    isPopulatingDedupe: meta.first_poll ?? false,
    limit: meta.limit ?? -1,
    page: meta.page ?? 0,
    ...(zap && { zap }),
  };
}
