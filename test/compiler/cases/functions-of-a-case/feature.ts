export function feature(): unknown {
  const names = (kind: string) => {
    switch (kind) {
      case "set":
        var chosen: (() => string) | undefined = function () {
          return "set";
        };
        break;
      case "declared":
        return shared();
      default:
        function shared() {
          return "shared";
        }
    }
    return chosen ? chosen() : typeof chosen;
  };
  return [names("set"), names("declared"), names("other")];
}
