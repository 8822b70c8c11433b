import type { ConnectionLabel, GetConnectionLabel } from "zapc";

export function get_connection_label({ test_result }: GetConnectionLabel): ConnectionLabel {
  return test_result.name;
}
